/** A document's title in its own language, or ours in brackets where its own is not recorded. */
export function SourceTitle({
  source,
}: {
  source: { title: string; titleIsDescriptive: boolean; language: string };
}) {
  // A description of ours may still quote the document in its own script.
  if (source.titleIsDescriptive && isLatin(source.title)) return <>[{source.title}]</>;
  return (
    <span lang={source.language} dir="auto">
      {source.titleIsDescriptive ? `[${source.title}]` : source.title}
    </span>
  );
}

function isLatin(text: string): boolean {
  return !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
}
