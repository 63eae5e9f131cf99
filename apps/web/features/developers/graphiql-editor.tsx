'use client';

import { GraphiQL } from 'graphiql';
import 'graphiql/graphiql.css';
import './graphiql.css';
import { useMemo, useRef } from 'react';
import { withRelease } from '@/text/release.ts';
import { writeQueryAddress } from './query-view.ts';

interface GraphiqlEditorProps {
  query: string;
  variables: string | null;
  release: string | null;
}

/** What is typed goes into the page's address, so that it can be passed on; nothing else is kept. */
export function GraphiqlEditor({ query, variables, release }: GraphiqlEditorProps) {
  const typed = useRef({ query, variables: variables ?? '' });
  const ask = useMemo(() => makeFetcher(release), [release]);
  const storage = useMemo(forgetful, []);

  function type(change: { query?: string; variables?: string }) {
    const next = { ...typed.current, ...change };
    if (next.query === typed.current.query && next.variables === typed.current.variables) return;
    typed.current = next;
    const address = writeQueryAddress(next.query, next.variables, release);
    if (address) window.history.replaceState(null, '', address);
  }

  return (
    <GraphiQL
      fetcher={ask}
      storage={storage}
      query={query}
      variables={variables ?? undefined}
      forcedTheme="system"
      isHeadersEditorEnabled={false}
      onEditQuery={(text) => type({ query: text })}
      onEditVariables={(text) => type({ variables: text })}
    >
      <GraphiQL.Logo>{null}</GraphiQL.Logo>
    </GraphiQL>
  );
}

function makeFetcher(release: string | null) {
  return async (params: object) => {
    const response = await fetch(withRelease('/graphql', release), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(params),
    });
    return response.json();
  };
}

/** Storage for as long as the page is open: an example's link always shows the example. */
function forgetful() {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
    clear: () => kept.clear(),
  };
}
