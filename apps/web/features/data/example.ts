/** A question that shows what the API answers best: a range, and what it is made of. */
export const exampleQuery = `{
  totals(filter: { provider: ["china"], country: "SLB" }) {
    pledged { low high }
    reported { low high }
    contributions { quantity { low high } count { title } }
    excluded { reason count { title } }
  }
}`;

/** The question as a command for a terminal, to the API at `endpoint`. */
export function writeCurl(endpoint: string): string {
  return `curl -sG ${endpoint} \\\n  -H 'apollo-require-preflight: 1' \\\n  --data-urlencode 'query=${exampleQuery}'`;
}
