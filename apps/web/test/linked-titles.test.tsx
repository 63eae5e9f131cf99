import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LinkedTitles } from '@/features/count/linked-titles.tsx';

const counts = [{ __typename: 'ReportedTotal' as const, slug: 'a-report', title: 'A report' }];

test('titles in quotation marks become links, and keep the day of knowledge', () => {
  const html = renderToStaticMarkup(
    <LinkedTitles
      sentence="“A report” may fulfil it, “another” may not."
      counts={counts}
      known="2024-09-08"
    />,
  );
  expect(html).toBe(
    '<a href="/reported/a-report?known=2024-09-08">“A report”</a> may fulfil it, “another” may not.',
  );
});
