/** A document's title in its own language, or ours in brackets where its own is not recorded. */
export function SourceTitle({
  source,
}: {
  source: { title: string; titleIsDescriptive: boolean; language: string };
}) {
  if (source.titleIsDescriptive) return <>[{source.title}]</>;
  return (
    <span lang={source.language} dir="auto">
      {source.title}
    </span>
  );
}
