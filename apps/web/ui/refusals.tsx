import { Notice } from './notice.tsx';

/** What was set aside of an address that asked for more than there is. */
export function Refusals({ sentences }: { sentences: string[] }) {
  return sentences.map((sentence) => (
    <Notice key={sentence} tone="error">
      {sentence}
    </Notice>
  ));
}
