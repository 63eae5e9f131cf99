interface Titled {
  title: string;
  titleIsDescriptive: boolean;
  language: string;
}

/** A document's title in its own language, or ours in brackets where its own is not recorded. */
export function SourceTitle({ source }: { source: Titled }) {
  const { title, language } = describeTitle(source);
  if (!language) return <>{title}</>;
  return (
    <span lang={language} dir="auto">
      {title}
    </span>
  );
}

/** The title as printed, and its language; null where the words are ours. */
export function describeTitle({ title, titleIsDescriptive, language }: Titled) {
  // A description of ours may still quote the document in its own script.
  const isOurs = titleIsDescriptive && isLatin(title);
  return { title: titleIsDescriptive ? `[${title}]` : title, language: isOurs ? null : language };
}

function isLatin(text: string): boolean {
  return !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
}
