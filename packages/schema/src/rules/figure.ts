import { z } from 'zod';
import { largeAmount } from './number.ts';
import { line, optionalLine, optionalText } from './text.ts';

/** A number printed beside a record that is not people trained: delegations, money, trainers. */
export const otherFigureInput = z.strictObject({
  label: line(300),
  value: largeAmount,
  qualifier: optionalLine(300),
  note: optionalText(1000),
});
