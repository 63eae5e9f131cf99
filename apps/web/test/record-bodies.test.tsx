import { renderToString } from 'react-dom/server';
import { FormProvider, useForm } from 'react-hook-form';
import { expect, test } from 'vitest';
import { bodies } from '@/features/editing/bodies/index.ts';
import { blankItem, listLeaves, toFields } from '@/features/editing/codec.ts';
import { NamesProvider } from '@/features/editing/fields/names.ts';
import { type Kind, kinds } from '@/features/editing/kinds.ts';

const names = {
  of: () => undefined,
  add: () => {},
  known: { words: {}, providers: [{ value: 'CHN', words: 'China' }] },
};

/** Lists of records: one item of each is shown, so that its fields are. */
const listsOf = ({ rules }: Kind) => [
  ...new Set(listLeaves(rules).flatMap((leaf) => leaf.match(/^(\w+)\.0\./)?.[1] ?? [])),
];

function Form({ kind }: { kind: Kind }) {
  const items = Object.fromEntries(listsOf(kind).map((list) => [list, [blankItem(kind.rules, list)]]));
  const blank = toFields(kind.rules, kind.blank) as Record<string, unknown>;
  const form = useForm({ defaultValues: { ...blank, ...items } });
  const Body = bodies[kind.path];
  return (
    <FormProvider {...form}>
      <NamesProvider value={names}>
        <Body isNew isSeen={false} />
      </NamesProvider>
    </FormProvider>
  );
}

test.each(Object.values(kinds))(
  'the form of a $noun has a control with a label for each field of the rules',
  (kind) => {
    const html = renderToString(<Form kind={kind} />);
    const controls = new Set(
      [...html.matchAll(/<(?:input|select|textarea)\b[^>]*?\sname="([^"]+)"/g)].map(([, name]) => name),
    );
    // A country or a group is one field.
    const leaves = listLeaves(kind.rules).filter((leaf) => leaf !== 'recipients.0.group');
    expect(leaves.filter((leaf) => !controls.has(leaf))).toEqual([]);
    expect([...controls].filter((name) => !leaves.includes(name as string))).toEqual([]);
    const ids = new Set(
      [...html.matchAll(/<(?:input|select|textarea)\b[^>]*?\sid="([^"]+)"/g)].map(([, id]) => id),
    );
    const labelled = new Set([...html.matchAll(/<label[^>]*? for="([^"]+)"/g)].map(([, id]) => id));
    expect([...ids].filter((id) => !labelled.has(id))).toEqual([]);
  },
);
