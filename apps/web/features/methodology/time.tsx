import { viewPath } from '@/features/overview/view.ts';
import { formatDay, formatRange } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import { Example, Parts, Promised, Reported } from './example.tsx';
import type { Examples } from './examples.ts';

export function KnownOn({ examples: { pledges } }: { examples: Examples }) {
  return (
    <>
      <p>
        Every view can be read <b>as known on</b> a day: only what the public certainly could know by then
        takes part. What was stated in September 2024 counts as known from 30 September 2024; what was stated
        in 2015, from the last day of 2015. An undated statement is known from the end of its earliest dated
        source’s day, month or year; without any date, from the day it was first recorded here.
      </p>
      {pledges && (
        <p>
          The <a href="#ranges">first example</a> shows two days that are only one apart:{' '}
          <Link href={viewPath(pledges.dayBefore.view)}>{formatDay(pledges.dayBefore.view.known ?? '')}</Link>{' '}
          and <Link href={viewPath(pledges.forum.view)}>{formatDay(pledges.forum.view.known ?? '')}</Link>.
        </p>
      )}
    </>
  );
}

export function Due({ examples: { schedules } }: { examples: Examples }) {
  return (
    <>
      <p>
        A promise for three years is not late after one. <b>Due</b> is the part of a promise that should have
        been kept by a day, and since hardly any promise says how fast, the reader chooses a schedule:
      </p>
      <ul>
        <li>
          <b>evenly</b>: the same share each day of the window;
        </li>
        <li>
          <b>at the start</b>: all of it from the first day, the strictest reading;
        </li>
        <li>
          <b>at the end</b>: nothing is missed before the window closes.
        </li>
      </ul>
      {schedules && (
        <Example
          shownBy={[
            { view: schedules.evenly.view, words: 'evenly' },
            { view: schedules.atStart.view, words: 'at the start' },
            { view: schedules.atEnd.view, words: 'at the end' },
          ]}
        >
          <Parts parts={schedules.parts} known={schedules.evenly.view.known} />
          <p>
            By {formatDay(schedules.evenly.view.known ?? '')}, due evenly:{' '}
            <Promised range={schedules.evenly.due} />; at the start:{' '}
            <Promised range={schedules.atStart.due} />; at the end: <Promised range={schedules.atEnd.due} />.
          </p>
        </Example>
      )}
      <p>
        <b>Promised</b>, in contrast, takes the whole number from the day it was stated. A yearly rate is
        multiplied by the years of its window. Where a window’s end is itself a range (“three to five years”),
        both readings are summed and the total spans them. A promise without both ends has nothing that falls
        due.
      </p>
    </>
  );
}

export function ReportedTotals({ examples: { reported } }: { examples: Examples }) {
  return (
    <>
      <p>
        <b>Reported</b> adds what somebody said was done, spread evenly over the days that the report covers,
        so that a report on many years does not land on one day. Reports, too, may contain one another: their
        total is a range by the same rule. A report is a statement, not proof of training.
      </p>
      {reported && (
        <Example shownBy={[{ view: reported.reported.view, words: 'this report alone' }]}>
          <Parts parts={reported.parts} known={reported.reported.view.known} />
          <p>
            Its year had ended by {formatDay(reported.reported.view.known ?? '')}, so the whole of it is
            reported by then: <Reported range={reported.reported.reported} />.
          </p>
        </Example>
      )}
    </>
  );
}

export function Gap({ examples: { today } }: { examples: Examples }) {
  return (
    <>
      <p>
        The gap is what was due less what was reported. Its low takes the fewest due and the most reported,
        its high the reverse. People in the gap are not accounted for, which is not the same as not trained. A
        gap below zero means that more is reported than was due.
      </p>
      {today && (
        <Example shownBy={[{ view: today.view, words: 'as known today' }]}>
          <p>
            Today, in the overview’s own view: due <Promised range={today.due} />, reported{' '}
            <Reported range={today.reported} />. The gap is{' '}
            <strong className="nowrap">{formatRange(today.gap)}</strong>.
          </p>
        </Example>
      )}
    </>
  );
}
