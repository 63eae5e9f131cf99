/** What the shapes of a step timeline mean. */
export function TimelineKey({ hasEvents = true }: { hasEvents?: boolean }) {
  return (
    <>
      <span className="commit">promise, from the day it was said</span>
      <span className="report">report, over its window</span>
      {hasEvents && <span>○ event</span>}
    </>
  );
}
