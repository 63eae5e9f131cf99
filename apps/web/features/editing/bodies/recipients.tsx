'use client';

import { useController, useFormContext } from 'react-hook-form';
import { blankItem } from '../codec.ts';
import styles from '../editing.module.css';
import { Choice, Field, findMessage, TextArea, TextField } from '../fields/fields.tsx';
import { ItemList } from '../fields/item-list.tsx';
import { PickerInput } from '../fields/picker.tsx';
import { kinds } from '../kinds.ts';

const scopes = {
  UNSPECIFIED: 'not stated',
  GROUP: 'only as a group',
  PARTLY_NAMED: 'some are named',
  NAMED: 'all are named',
};
const empty = blankItem(kinds.commitments.rules, 'recipients');

export function RecipientsPart() {
  return (
    <fieldset className={styles.part}>
      <legend>
        <h2>For whom</h2>
      </legend>
      <Choice name="recipientScope" label="How far they are named" options={scopes} />
      <TextArea name="recipientsStated" label="In the record’s words" rows={2} />
      <ItemList name="recipients" noun="recipient" empty={empty}>
        {(index) => (
          <>
            <PlaceField path={`recipients.${index}`} />
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

/** A country or a group in one field: codes of groups have a colon. */
function PlaceField({ path }: { path: string }) {
  const { setValue, formState } = useFormContext();
  const country = useController({ name: `${path}.country` }).field.value;
  const group = useController({ name: `${path}.group` }).field.value;
  const elsewhere = findMessage(formState.errors, path) ?? findMessage(formState.errors, `${path}.group`);

  function choose(code: string) {
    const isGroup = code.includes(':');
    setValue(`${path}.country`, isGroup ? '' : code.toUpperCase(), { shouldDirty: true });
    setValue(`${path}.group`, isGroup ? code : '', { shouldDirty: true });
  }

  return (
    <Field name={`${path}.country`} label="Country or group" hint="KEN, or GRP:SCO" problem={elsewhere}>
      {(props) => (
        <PickerInput
          {...props}
          {...{ of: 'place', name: `${path}.country` }}
          value={country || group}
          onChange={choose}
        />
      )}
    </Field>
  );
}
