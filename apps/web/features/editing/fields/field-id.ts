import { createContext, useContext } from 'react';

/** What the ids of a form begin with: a form in a dialog stands on the same page as another. */
const FormPrefix = createContext('');

export const FormPrefixProvider = FormPrefix.Provider;
export const useFormPrefix = () => useContext(FormPrefix);

/** The element that a path of the input is edited in. */
export function useFieldId(): (path: string) => string {
  const prefix = useFormPrefix();
  return (path) => `${prefix}${path.replaceAll('.', '-')}`;
}
