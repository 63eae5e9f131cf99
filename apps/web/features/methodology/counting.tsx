import { formatDay } from '@/text/index.ts';
import { Example, Parts, Promised } from './example.tsx';
import type { Examples } from './examples.ts';

export function WhatCounts() {
  return (
    <>
      <p>
        A <b>commitment</b> is a promise to train foreign police: who, whom, how many, by when. A{' '}
        <b>reported total</b> is what somebody later said was done. Both are counts: a number in a window of
        days, held up by the words of a source.
      </p>
      <p>
        Totals take people who are trained and, where the reader allows it, training places. Visitors, guests
        of a meeting, degree students and soldiers in an exercise are on record but are not added. An offer or
        a hope is not yet a promise, and a promise that was turned down is none any more.
      </p>
      <p>
        A count’s number is the hull of its best tellings: if one source says 32 and another 34, it is 32–34.
        A telling known to be wrong stays on the record and is not counted.{' '}
        <b>A missing number is not zero</b>: a promise without a number is shown, and left out of sums.
      </p>
    </>
  );
}

export function Ranges({ examples }: { examples: Examples }) {
  const { pledges, restated, renewed } = examples;
  return (
    <>
      <p>
        Are the 1,000 of one speech among the 3,000 of the next? Where nobody says, adding them may count the
        same people twice, and choosing one may lose some. So a total is a range. Its <b>low</b> is the fewest
        different people that fit what was said: everyone who may be counted twice is. Its <b>high</b> is the
        most: only those are taken together who are certainly the same. Neither end is a guess, and there is
        no middle.
      </p>
      {pledges && (
        <Example
          shownBy={[
            { view: pledges.forum.view, words: 'as known on the day of the forum' },
            { view: pledges.dayBefore.view, words: 'the day before' },
          ]}
        >
          <p>On {formatDay(pledges.forum.view.known ?? '')} these were on the record:</p>
          <Parts parts={pledges.parts} known={pledges.forum.view.known} />
          <p>
            They may contain one another, so all promises of that view together are for{' '}
            <Promised range={pledges.forum.pledged} /> people. The day before, with one promise fewer, it was{' '}
            <Promised range={pledges.dayBefore.pledged} />.
          </p>
        </Example>
      )}
      <p>
        <b>A restatement adds nothing.</b> When somebody sums up older promises in a new speech, the parts are
        part of the sum, and the total stays where it was. Two tellings of one and the same thing are joined,
        in the window of the one stated first. A count that replaces another puts it out of the total.
      </p>
      {restated && (
        <Example
          shownBy={[
            { view: restated.package.view, words: 'before the restatement' },
            { view: restated.restated.view, words: 'with it' },
          ]}
        >
          <Parts parts={restated.parts} known={restated.restated.view.known} />
          <p>
            Promised in this view by {formatDay(restated.package.view.known ?? '')}:{' '}
            <Promised range={restated.package.pledged} />. A day later, with the restatement on record:{' '}
            <Promised range={restated.restated.pledged} />.
          </p>
        </Example>
      )}
      <p>
        <b>A renewal adds.</b> The same number promised again for other years is a new promise, not an old one
        repeated.
      </p>
      {renewed && (
        <Example
          shownBy={[
            { view: renewed.first.view, words: 'before the renewal' },
            { view: renewed.renewed.view, words: 'with it' },
          ]}
        >
          <Parts parts={renewed.parts} known={renewed.renewed.view.known} />
          <p>
            Promised in this view by {formatDay(renewed.first.view.known ?? '')}:{' '}
            <Promised range={renewed.first.pledged} />. A day later, with the renewal:{' '}
            <Promised range={renewed.renewed.pledged} />.
          </p>
        </Example>
      )}
      <p>
        Each link between two counts says what it is and whether a source states it or an editor inferred it;
        the record’s page shows them all. Sums are rounded to whole people once, at the very end: low down,
        high up.
      </p>
    </>
  );
}

export function Units({ examples: { pledges } }: { examples: Examples }) {
  return (
    <>
      <p>
        People, training places and courses are different units and are never added to one another. A place,
        or “training opportunity”, is a seat: one person may take several. Whether to read places as people is
        the reader’s choice; the overview does so unless told otherwise, and says so. Courses are never read
        as people.
      </p>
      {pledges && (
        <Example
          shownBy={[
            { view: pledges.forum.view, words: 'places read as people' },
            { view: pledges.placesApart.view, words: 'places apart' },
          ]}
        >
          <p>
            As known on {formatDay(pledges.forum.view.known ?? '')}, with places read as people:{' '}
            <Promised range={pledges.forum.pledged} />. With places kept apart:{' '}
            <Promised range={pledges.placesApart.pledged} />.
          </p>
        </Example>
      )}
    </>
  );
}
