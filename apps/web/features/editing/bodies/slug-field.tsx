import { TextField } from '../fields/fields.tsx';
import type { BodyProps } from './props.ts';

/** The permanent name of a record. */
export function SlugField({ isNew, isSeen }: BodyProps) {
  const stays = !isNew && isSeen;
  return (
    <TextField
      name="slug"
      label="Name in addresses"
      readOnly={stays}
      hint={
        stays
          ? 'It stays: others link to it.'
          : 'Lower-case letters, digits, hyphens. It stays once readers see it.'
      }
    />
  );
}
