import type { Format } from './format.ts';

/** One array, an object for each row, a row a line. Null is null, a list an array, a day an ISO 8601 text. */
export const json: Format = {
  ending: 'json',
  label: 'JSON',
  mediaType: 'application/json; charset=utf-8',
  async *write(columns, batches) {
    const names = columns.map(({ name }) => name);
    let between = '[\n';
    for await (const rows of batches) {
      const lines = rows.map((row) =>
        JSON.stringify(Object.fromEntries(names.map((name, i) => [name, row[i]]))),
      );
      if (lines.length === 0) continue;
      yield between + lines.join(',\n');
      between = ',\n';
    }
    yield between === '[\n' ? '[]\n' : '\n]\n';
  },
};
