'use client';

import { basisWords, relationWords } from '@/text/words.ts';
import styles from '../editing.module.css';
import { Choice, TextArea } from '../fields/fields.tsx';
import { PickerField } from '../fields/picker.tsx';

export function LinkBody() {
  return (
    <fieldset className={styles.part}>
      <legend>
        <h2>How two counts are related</h2>
      </legend>
      <p className="muted">
        What is part of something, replaces it or reports on it is never added to it. Where nobody knows, say
        “may be part of”: the total then is a range.
      </p>
      <PickerField of="count" name="from" label="This count" wide hint="Type to search." />
      <Choice name="relation" label="How" options={relationWords} none="choose" />
      <PickerField of="count" name="to" label="That count" wide hint="Type to search." />
      <Choice name="basis" label="On what ground" options={basisWords} />
      <PickerField of="source" name="source" label="The source that says so" hint="Empty: none." />
      <TextArea name="note" label="Why" rows={3} />
    </fieldset>
  );
}
