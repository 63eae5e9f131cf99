import { addDays, firstDay } from '@/text/index.ts';
import { Button, FilterBar, FilterField, FilterInput } from '@/ui/filters.tsx';

interface SinceFormProps {
  today: string;
  since?: string;
}

/** Asks for a day, after which the public came to know more. A plain form. */
export function SinceForm({ today, since }: SinceFormProps) {
  return (
    <FilterBar action="/changes" aria-label="What became known since" className="screen-only">
      <FilterField label="What became known since">
        <FilterInput
          type="date"
          name="since"
          required
          defaultValue={since}
          min={firstDay}
          max={addDays(today, -1)}
        />
      </FilterField>
      <Button>Show</Button>
    </FilterBar>
  );
}
