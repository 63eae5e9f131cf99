/** Keeps a value for a statement and gives its place in it: `$3`. */
export type Bind = (value: unknown) => string;

/** The values of a statement, in the order in which its text names them. */
export function collectValues(): { values: unknown[]; bind: Bind } {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}
