'use client';

import styles from './editing.module.css';
import { Choice, TextArea, TextField } from './fields.tsx';
import { emptyRecipient } from './form-values.ts';
import { ItemList } from './item-list.tsx';

const scopes = {
  UNSPECIFIED: 'not stated',
  GROUP: 'only as a group',
  PARTLY_NAMED: 'some are named',
  NAMED: 'all are named',
};

export function RecipientsEditor() {
  return (
    <fieldset className={styles.part}>
      <legend>
        <h2>For whom</h2>
      </legend>
      <Choice name="recipientScope" label="How far they are named" options={scopes} />
      <TextArea name="recipientsStated" label="In the record’s words" rows={2} />
      <ItemList name="recipients" noun="recipient" empty={emptyRecipient}>
        {(index) => (
          <>
            <TextField
              name={`recipients.${index}.code`}
              label="Country or group"
              list="recipient-choices"
              hint="KEN, or GRP:SCO"
            />
            <TextField
              name={`recipients.${index}.shareLow`}
              label="Its own share, at least"
              inputMode="numeric"
              hint="Only where a source splits the total."
            />
            <TextField
              name={`recipients.${index}.shareHigh`}
              label="Its own share, at most"
              inputMode="numeric"
            />
          </>
        )}
      </ItemList>
    </fieldset>
  );
}
