'use client';

import { sourceKindWords } from '@/text/words.ts';
import styles from '../editing.module.css';
import { Choice, DateField, TextArea, TextField, Tick } from '../fields/fields.tsx';
import { PickerField } from '../fields/picker.tsx';
import type { BodyProps } from './props.ts';
import { SlugField } from './slug-field.tsx';

export function SourceBody(props: BodyProps) {
  return (
    <>
      <fieldset className={styles.part}>
        <legend>
          <h2>The document</h2>
        </legend>
        <TextField name="title" label="Title" wide hint="As the document has it, in its language." />
        <Tick
          name="titleIsDescriptive"
          label="The title is a description of ours"
          hint="Where the document has none."
        />
        <SlugField {...props} />
        <TextField name="publisher" label="Publisher" />
        <Choice name="kind" label="What sort of source" options={sourceKindWords} />
        <TextField name="language" label="Language" hint="BCP 47: en, zh-Hans" />
        <TextField
          name="url"
          label="Address"
          type="url"
          wide
          hint="http:// or https://; empty: not online."
        />
        <TextField
          name="archivedUrl"
          label="Archived at"
          type="url"
          wide
          hint="A copy that stays when the page is changed or taken down."
        />
        <DateField name="publishedOn" label="Published on" />
      </fieldset>
      <fieldset className={styles.part}>
        <legend>
          <h2>Where it has it from</h2>
        </legend>
        <PickerField
          of="source"
          name="derivedFrom"
          label="Mirrors or rewrites the source"
          wide
          hint="Empty: it tells on its own."
        />
        <TextArea name="derivedFromNote" label="In words, where that source is not recorded" rows={2} />
        <TextArea name="note" label="Remarks" rows={3} />
      </fieldset>
    </>
  );
}
