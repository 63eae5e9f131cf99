/** A question that shows what the API answers best: a range, and what it is made of. */
export const exampleQuery = `{
  totals(filter: { provider: ["china"], country: "SLB" }) {
    pledged { low high }
    reported { low high }
    contributions { quantity { low high } count { title } }
    excluded { reason count { title } }
  }
}`;
