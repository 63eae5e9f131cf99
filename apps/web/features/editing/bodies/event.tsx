'use client';

import { useWatch } from 'react-hook-form';
import { eventStatusWords, roleWord } from '@/features/event/words.ts';
import { confidenceWords, eventKindWords } from '@/text/words.ts';
import { blankItem } from '../codec.ts';
import styles from '../editing.module.css';
import { Choice, DateField, TextArea, TextField } from '../fields/fields.tsx';
import { ItemList } from '../fields/item-list.tsx';
import { PickerField } from '../fields/picker.tsx';
import { blankEventSource, kinds } from '../kinds.ts';
import { ProvidersField } from './count.tsx';
import { FiguresPart } from './figures.tsx';
import type { BodyProps } from './props.ts';
import { SlugField } from './slug-field.tsx';

const { rules } = kinds.events;
const emptyCountry = blankItem(rules, 'countries', { role: 'PARTICIPANT' });
const emptyGroup = blankItem(rules, 'groups', { role: 'PARTICIPANT' });
const emptySource = blankItem(rules, 'sources', blankEventSource);

export function EventBody(props: BodyProps) {
  return (
    <>
      <fieldset className={styles.part}>
        <legend>
          <h2>What happened</h2>
        </legend>
        <TextField name="title" label="Title" wide hint="What happened, in a line." />
        <SlugField {...props} />
        <Choice name="kind" label="What sort of event" options={eventKindWords} />
        <Choice
          name="status"
          label="How far an agreement came"
          options={eventStatusWords}
          none="not told, or no agreement"
        />
        <PickerField of="program" name="program" label="Program" hint="Empty: none." />
        <ProvidersField label="Providers" />
        <TextField name="audienceStated" label="Who is concerned, as stated" />
        <TextField name="place" label="Place" />
        <PickerField of="event" name="supersedes" label="Replaces the event" hint="Empty: none." />
        <Choice name="confidence" label="Confidence in the reading" options={confidenceWords} />
        <DateField name="startsOn" label="First day" />
        <DateField name="endsOn" label="First day after" hint="Empty: a single day, or still open." />
        <TextField name="periodStated" label="Term, as stated" />
        <DateField name="statedOn" label="Stated on" />
        <TextField name="statedBy" label="Said by" />
        <TextArea name="note" label="Remarks" rows={4} />
      </fieldset>
      <fieldset className={styles.part}>
        <legend>
          <h2>Who was there</h2>
        </legend>
        <TextArea name="countriesStated" label="In the record’s words" rows={2} />
        <ItemList name="countries" noun="country" empty={emptyCountry}>
          {(index) => (
            <>
              <PickerField of="country" name={`countries.${index}.country`} label="Country" hint="KEN" />
              <Choice name={`countries.${index}.role`} label="As what" options={roleWord} />
            </>
          )}
        </ItemList>
        <ItemList name="groups" noun="group" empty={emptyGroup}>
          {(index) => (
            <>
              <PickerField of="group" name={`groups.${index}.group`} label="Group" hint="GRP:SCO" />
              <Choice name={`groups.${index}.role`} label="As what" options={roleWord} />
            </>
          )}
        </ItemList>
      </fieldset>
      <fieldset className={styles.part}>
        <legend>
          <h2>Who says so</h2>
        </legend>
        <ItemList name="sources" noun="source" empty={emptySource}>
          {(index) => <TellingFields index={index} />}
        </ItemList>
      </fieldset>
      <FiguresPart />
    </>
  );
}

function TellingFields({ index }: { index: number }) {
  const name = `sources.${index}`;
  const language = useWatch({ name: `${name}.language` });
  return (
    <>
      <PickerField of="source" name={`${name}.source`} label="Source" wide hint="Type to search." />
      <TextArea name={`${name}.fragment`} label="The words that tell of it" rows={2} lang={language} />
      <TextField name={`${name}.language`} label="Language" hint="BCP 47: en, zh-Hans" />
      <TextField name={`${name}.note`} label="Remark" />
    </>
  );
}
