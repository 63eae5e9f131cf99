export interface Outcome {
  what: string;
  times: number;
  result: string;
  isGood: boolean;
}

export interface Scenario {
  name: string;
  title: string;
  /** `share`: 1 = whole, 0.05 = a twentieth of the rounds or minutes. */
  run(options: { log(line: string): void; share: number }): Promise<Outcome[]>;
}
