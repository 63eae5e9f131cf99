import { nullIfRefused } from '@/api/error.ts';
import { defaultView, type View } from '@/features/overview/view.ts';
import {
  type Judged,
  type Part,
  type Reading,
  readStandings,
  readTotals,
  type Standings,
} from './queries.ts';

const pledges = ['cn-gsi-2023-5000', 'cn-focac-2024-police-1000', 'cn-lianyungang-2024-3000'];
const report = 'cn-report-2024-2700';
const package2024 = ['cn-focac-2024-military-6000', 'cn-focac-2024-police-1000'];
const restatement = 'cn-focac-2025-restatement';
const renewals = ['cn-sco-2018-2000', 'cn-sco-2022-2000'];
const shared = 'cn-un-police-2016-17';
const judged = [
  'cn-gsi-2023-5000',
  'cn-lianyungang-2024-3000',
  'cn-lianyungang-2016-1000',
  'cn-focac-2024-police-1000',
];

/** Views of the overview on which the rules show. */
const views = {
  forum: { from: 2023, known: '2024-09-09' },
  dayBefore: { from: 2023, known: '2024-09-08' },
  placesApart: { from: 2023, known: '2024-09-09', placesAsPeople: false },
  evenly: { program: 'lianyungang-forum', from: 2024, known: '2025-03-10' },
  atStart: { program: 'lianyungang-forum', from: 2024, known: '2025-03-10', schedule: 'AT_START' },
  atEnd: { program: 'lianyungang-forum', from: 2024, known: '2025-03-10', schedule: 'AT_END' },
  reported: { program: 'mps-training', from: 2023, known: '2024-09-09' },
  package: { program: 'focac', audience: 'all', from: 2024, known: '2025-01-08' },
  restated: { program: 'focac', audience: 'all', from: 2024, known: '2025-01-09' },
  first: { program: 'sco', from: 2018, known: '2022-09-15' },
  renewed: { program: 'sco', from: 2018, known: '2022-09-16' },
  today: {},
} satisfies Record<string, Partial<View>>;

type Name = keyof typeof views;
type Readings = Record<Name, Reading>;

/** What one section shows; null where the record does not, or no longer, hold it. */
export type Examples = Awaited<ReturnType<typeof loadExamples>>;

/** Every example, computed by the API from the record as it stands. */
export async function loadExamples(today: string) {
  const names = Object.keys(views) as Name[];
  const [standings, ...answers] = await Promise.all([
    readStandings(judged, shared),
    // A program that another dataset does not have is no failure of this page.
    ...names.map((name) => readTotals({ ...defaultView, ...views[name] }, today).catch(nullIfRefused)),
  ]);
  const readings = Object.fromEntries(names.map((name, index) => [name, answers[index] ?? null])) as {
    [name in Name]: Reading | null;
  };
  return {
    pledges: choose(readings, ['forum', 'dayBefore', 'placesApart'], ({ forum }) => pick(forum, pledges)),
    schedules: choose(readings, ['evenly', 'atStart', 'atEnd'], ({ evenly }) =>
      pick(evenly, ['cn-lianyungang-2024-3000']),
    ),
    reported: choose(readings, ['reported'], ({ reported }) => pick(reported, [report])),
    restated: choose(readings, ['package', 'restated'], ({ restated }) =>
      pick(restated, [...package2024, restatement]),
    ),
    renewed: choose(readings, ['first', 'renewed'], ({ renewed }) => pick(renewed, renewals)),
    today: readings.today,
    dayBefore: readings.dayBefore,
    shared: findShared(standings),
    judged: judged.flatMap((slug) => standings.commitments.nodes.filter((record) => record.slug === slug)),
  };
}

function choose<Needed extends Name>(
  readings: { [name in Name]: Reading | null },
  needed: Needed[],
  pickParts: (readings: Pick<Readings, Needed>) => Part[] | null,
): (Pick<Readings, Needed> & { parts: Part[] }) | null {
  if (needed.some((name) => readings[name] === null)) return null;
  const found = readings as Pick<Readings, Needed>;
  const parts = pickParts(found);
  return parts && { ...found, parts };
}

function pick({ contributions }: Reading, slugs: string[]): Part[] | null {
  const parts = slugs.flatMap((slug) => contributions.filter(({ count }) => count.slug === slug));
  return parts.length === slugs.length ? parts : null;
}

function findShared({ reportedTotal, breakdown }: Standings) {
  const rows = breakdown.rows.flatMap(({ keys, reported }) =>
    keys.flatMap(({ country }) => (country ? [{ country, reported }] : [])),
  );
  if (!reportedTotal?.quantity || rows.length === 0) return null;
  const view = (iso3: string): View => ({
    ...defaultView,
    recipients: iso3,
    program: 'un-peacekeeping',
    from: 2016,
    to: 2016,
  });
  return { report: { ...reportedTotal, quantity: reportedTotal.quantity }, rows, view };
}

/** The first of those judged on which the verdict is this one. */
export function findJudged(judged: Judged[], verdict: NonNullable<Judged['standing']>['verdict']) {
  return judged.find(({ standing }) => standing?.verdict === verdict) ?? null;
}
