import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { kinds } from '@/features/editing/kinds.ts';
import { type Action, writeMutation } from '@/features/editing/mutations.ts';

const folder = join(import.meta.dirname, '../../../packages/schema/sdl');
const schema = buildSchema(
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n'),
);
const all: Action[] = ['create', 'update', 'submit', 'sendBack', 'publish', 'retract', 'delete'];
const cases = Object.values(kinds).flatMap((kind) =>
  all
    .filter((action) => kind.hasStates || !['submit', 'sendBack', 'publish', 'retract'].includes(action))
    .filter((action) => kind.isOpen || action === 'update')
    .map((action) => ({ name: kind.noun, action, kind })),
);

test.each(cases)('$action of a $name is a question that the contract takes', ({ kind, action }) => {
  expect(validate(schema, parse(writeMutation(kind, action)))).toEqual([]);
});
