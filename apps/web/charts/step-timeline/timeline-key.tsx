/** What the shapes of a step timeline mean. */
export function TimelineKey() {
  return (
    <>
      <span className="commit">promise, from the day it was said</span>
      <span className="report">report, over its window</span>
      <span>○ event</span>
    </>
  );
}
