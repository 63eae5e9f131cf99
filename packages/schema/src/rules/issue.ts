import type { z } from 'zod';

export interface Issue {
  /** Where: "claims.0.low"; empty for the record as a whole. */
  field: string;
  message: string;
}

/** A refusal as fields and plain words. */
export function listIssues(error: z.ZodError): Issue[] {
  return error.issues.map((issue) => ({
    field: issue.path.map(String).join('.'),
    message: issue.code === 'unrecognized_keys' ? `unknown field: ${issue.keys.join(', ')}` : issue.message,
  }));
}

interface IssueContext {
  addIssue(issue: { code: 'custom'; path: PropertyKey[]; message: string }): void;
}

/** Both numbers or neither, in order. */
export function requireOrdered<Low extends string, High extends string>(
  record: Record<Low | High, number | null>,
  [low, high]: [Low, High],
  context: IssueContext,
): void {
  const [lowest, highest] = [record[low], record[high]];
  if ((lowest === null) !== (highest === null)) {
    const missing = lowest === null ? low : high;
    context.addIssue({
      code: 'custom',
      path: [missing],
      message: `give both ${low} and ${high}, or neither`,
    });
  } else if (lowest !== null && highest !== null && lowest > highest) {
    context.addIssue({ code: 'custom', path: [high], message: `${high} must not be below ${low}` });
  }
}

/** No value twice; the refusal stands at the second. */
export function requireUnique(
  values: readonly (string | null | undefined)[],
  pathOf: (index: number) => PropertyKey[],
  context: IssueContext,
): void {
  const seen = new Set<string>();
  values.forEach((value, index) => {
    if (value == null) return;
    if (seen.has(value)) {
      context.addIssue({ code: 'custom', path: pathOf(index), message: `${value} is listed twice` });
    }
    seen.add(value);
  });
}
