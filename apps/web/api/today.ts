/** Today's day in UTC. Routes read the clock once and hand the day on. */
export function readToday(): string {
  return new Date().toISOString().slice(0, 10);
}
