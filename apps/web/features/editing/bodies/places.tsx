'use client';

import { providerKindWords } from '@/text/words.ts';
import { blankItem } from '../codec.ts';
import styles from '../editing.module.css';
import { Choice, TextArea, TextField } from '../fields/fields.tsx';
import { ItemList } from '../fields/item-list.tsx';
import { PickerField } from '../fields/picker.tsx';
import { kinds } from '../kinds.ts';
import type { BodyProps } from './props.ts';
import { SlugField } from './slug-field.tsx';

export function ProgramBody(props: BodyProps) {
  return (
    <fieldset className={styles.part}>
      <legend>
        <h2>The program</h2>
      </legend>
      <TextField name="name" label="Name" />
      <SlugField {...props} />
      <TextArea name="description" label="What it is" rows={4} />
    </fieldset>
  );
}

export function ProviderBody(props: BodyProps) {
  return (
    <fieldset className={styles.part}>
      <legend>
        <h2>The provider</h2>
      </legend>
      <TextField name="name" label="Name" />
      <SlugField {...props} />
      <Choice name="kind" label="What sort of provider" options={providerKindWords} />
      <TextField
        name="code"
        label="Code"
        readOnly={!props.isNew && props.isSeen}
        hint="KEN for a country, ORG:UNODC for an organisation."
      />
      <PickerField of="country" name="country" label="Country" hint="Empty for an organisation." />
    </fieldset>
  );
}

export function CountryBody() {
  return (
    <fieldset className={styles.part}>
      <legend>
        <h2>The country</h2>
      </legend>
      <p className="muted">Codes and regions are those of the standards, and stay as they are.</p>
      <TextField name="name" label="Name" />
    </fieldset>
  );
}

const groupKindWords = {
  M49_REGION: 'Region of the United Nations',
  ORGANISATION: 'Organisation',
  FORUM: 'Forum',
  INFORMAL: 'Informal',
};
const emptyMember = blankItem(kinds.groups.rules, 'members');

export function GroupBody(props: BodyProps) {
  return (
    <>
      <fieldset className={styles.part}>
        <legend>
          <h2>The group</h2>
        </legend>
        <TextField name="name" label="Name" />
        <SlugField {...props} />
        <TextField
          name="code"
          label="Code"
          readOnly={!props.isNew && props.isSeen}
          hint="GRP:SCO, or M49:002 for a region."
        />
        <Choice name="kind" label="What sort of group" options={groupKindWords} />
        <TextArea name="description" label="What it is" rows={3} />
      </fieldset>
      <fieldset className={styles.part}>
        <legend>
          <h2>Who belongs to it, and since when</h2>
        </legend>
        <p className="muted">
          Who left stays in the list with the day: promises of that time were made to them too. Without
          members the group is open: any country may be meant.
        </p>
        <ItemList name="members" noun="member" empty={emptyMember}>
          {(index) => (
            <>
              <PickerField of="country" name={`members.${index}.country`} label="Country" hint="KEN" />
              <TextField
                name={`members.${index}.since`}
                label="First day"
                type="date"
                hint="Empty: since before the records begin."
              />
              <TextField
                name={`members.${index}.until`}
                label="First day no longer"
                type="date"
                hint="Empty: still a member."
              />
              <TextField name={`members.${index}.note`} label="Remark" />
            </>
          )}
        </ItemList>
      </fieldset>
    </>
  );
}
