/** What came of one thing that was tried, as a row of the table. */
export interface Outcome {
  what: string;
  times: number;
  result: string;
  isGood: boolean;
}

export interface Scenario {
  name: string;
  title: string;
  /** `share`: 1 for the whole, 0.05 for a twentieth of the rounds or minutes. */
  run(options: { log(line: string): void; share: number }): Promise<Outcome[]>;
}
