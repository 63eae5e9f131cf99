'use client';

import { useCombobox } from 'downshift';
import { useEffect, useState } from 'react';
import { useController } from 'react-hook-form';
import { CreateDialog } from './create-dialog.tsx';
import { type ControlProps, Field, type FieldProps } from './fields.tsx';
import { useNames } from './names.ts';
import styles from './picker.module.css';
import { type Choice, type Picker, type PickerName, pickers } from './pickers.ts';

const NEW = '+';

/** A field that names another record: type to search, choose, or write the record in place. */
export function PickerField({ of, ...field }: FieldProps & { of: PickerName }) {
  const { field: control } = useController({ name: field.name });
  return (
    <Field {...field}>
      {(props) => (
        <PickerInput
          {...props}
          {...{ of, name: field.name }}
          value={control.value}
          onChange={control.onChange}
        />
      )}
    </Field>
  );
}

interface PickerInputProps extends ControlProps {
  of: PickerName;
  name: string;
  value: string;
  onChange: (value: string) => void;
}

export function PickerInput({ of, value, onChange, ...props }: PickerInputProps) {
  const picker: Picker = pickers[of];
  const names = useNames();
  const [isTyped, setIsTyped] = useState(false);
  const [isCreating, setIsCreating] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const found = useChoices(picker, isOpen, isTyped ? value.trim() : '');
  const items = [
    ...(found ?? []),
    ...(picker.creates ? [{ value: NEW, words: `New ${picker.noun} …` }] : []),
  ];
  const { getInputProps, getMenuProps, getItemProps, highlightedIndex } = useCombobox<Choice>({
    items,
    isOpen,
    inputValue: value,
    selectedItem: null,
    itemToString: (item) => item?.value ?? '',
    onIsOpenChange: (change) => setIsOpen(change.isOpen ?? false),
    // Whoever leaves the field, or closes its list, keeps what stands in it.
    stateReducer: (state, { type, changes }) =>
      type === useCombobox.stateChangeTypes.InputBlur ||
      type === useCombobox.stateChangeTypes.InputKeyDownEscape
        ? { ...changes, inputValue: state.inputValue, selectedItem: null }
        : changes,
    onSelectedItemChange: ({ selectedItem }) => {
      if (!selectedItem) return;
      if (selectedItem.value === NEW) return setIsCreating(true);
      names.add(selectedItem);
      setIsTyped(false);
      onChange(selectedItem.value);
    },
  });
  return (
    <div className={styles.picker}>
      <input
        {...getInputProps({
          ...props,
          // The field's own label names it; the library would name it after one of its own.
          'aria-labelledby': undefined,
          autoComplete: 'off',
          spellCheck: false,
          onChange: (event) => {
            setIsTyped(true);
            onChange(event.currentTarget.value);
          },
        })}
      />
      <ul {...getMenuProps({ 'aria-labelledby': undefined, 'aria-label': picker.noun })} hidden={!isOpen}>
        {isOpen &&
          items.map((item, index) => (
            <li
              key={item.value}
              {...getItemProps({ item, index })}
              data-active={index === highlightedIndex || undefined}
            >
              {item.value === NEW ? (
                item.words
              ) : (
                <>
                  {item.words} <small>{item.value}</small>
                </>
              )}
            </li>
          ))}
        {isOpen && found?.length === 0 && <li className={styles.none}>Nothing is called so.</li>}
        {isOpen && found === null && <li className={styles.none}>Searching …</li>}
      </ul>
      {names.of(value) && !isOpen && <small>{names.of(value)}</small>}
      {isCreating && picker.creates && (
        <CreateDialog
          path={picker.creates}
          title={isTyped ? value : ''}
          onClose={() => setIsCreating(false)}
          onSaved={(choice) => {
            names.add(choice);
            setIsTyped(false);
            onChange(choice.value);
            setIsCreating(false);
          }}
        />
      )}
    </div>
  );
}

/** What the search finds; null while it is on its way. What was asked for in vain is asked again with the next letter. */
function useChoices(picker: Picker, isOpen: boolean, text: string): Choice[] | null {
  const [found, setFound] = useState<Choice[] | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    const stop = new AbortController();
    const wait = setTimeout(
      () =>
        picker
          .search(text === '' ? null : text, stop.signal)
          .then(setFound)
          .catch(() => {
            if (!stop.signal.aborted) setFound([]);
          }),
      text === '' ? 0 : 180,
    );
    return () => {
      clearTimeout(wait);
      stop.abort();
    };
  }, [picker, isOpen, text]);
  return found;
}
