/** Suggestions for a text field, by code and by words. */
export function Datalist({ id, options }: { id: string; options: Record<string, string> }) {
  return (
    <datalist id={id}>
      {Object.entries(options).map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </datalist>
  );
}
