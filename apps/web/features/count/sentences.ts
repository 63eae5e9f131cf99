import type { CommitmentStatus, RecipientScope, Voice } from '@/generated/contract.ts';
import type { CountRecordFragment } from '@/generated/graphql.ts';
import {
  countOf,
  formatDate,
  formatDay,
  formatUnit,
  listNames,
  listOtherTellings,
  measureWords,
  placeName,
  setOff,
} from '@/text/index.ts';

type Record = CountRecordFragment;

const verbs: { [status in CommitmentStatus]: string } = {
  PROPOSED: 'Put forward',
  ANNOUNCED: 'Announced',
  SIGNED: 'Signed',
  REJECTED: 'Proposed and turned down; put forward',
  WITHDRAWN: 'Announced and later taken back; said',
};

/** Who said it and when, who provides, and for whom, in two sentences. Tells nothing that the record does not tell. */
export function writeDek(record: Record, status: CommitmentStatus | null): string {
  const verb = status ? verbs[status] : 'Reported';
  return `${verb} ${writeSpeaker(record)}${writeDay(record)}. ${writeParties(record)}`;
}

/** "exact words of the unit", what was counted, and tellings that differ. */
export function writeNumberNote(record: Record): string {
  const { unit, measure, quantity } = record;
  const counted = quantity ? formatUnit(record) : 'a promise or report without a number is still a record';
  const parts = [
    measure === 'TRAINEES' || unit !== 'PEOPLE' ? counted : `${counted}: ${measureWords[measure]}`,
  ];
  const others = listOtherTellings(record);
  if (others.length > 0) parts.push(others.join(', '));
  else if (record.qualifierStated && record.qualifierStated !== 'exact')
    parts.push(`as recorded: ${record.qualifierStated}`);
  return parts.join('; ');
}

const voices: { [voice in Voice]: string } = {
  PROVIDER: 'The provider’s own number.',
  RECIPIENT: 'A recipient’s number, not the provider’s.',
  INDEPENDENT: 'A number of somebody independent of provider and recipients.',
  MEDIA: 'A number that media tell without naming who says so.',
};

/** Whose voice the number is, as a sentence beside it. */
export function writeVoice({ voice, quantity }: Pick<Record, 'voice' | 'quantity'>): string {
  return quantity ? voices[voice] : voices[voice].replace(/number/, 'word');
}

/** "5 tellings, 2 independent witnesses". */
export function writeWitnesses({ claims, witnessCount }: Pick<Record, 'claims' | 'witnessCount'>): string {
  return `${countOf(claims.length, 'telling')}, ${countOf(witnessCount, 'independent witness', 'independent witnesses')}`;
}

function writeSpeaker({ statedBy, voice }: Record): string {
  const side = voice === 'RECIPIENT' ? 'on the recipients’ side ' : '';
  return `${side}by ${statedBy ? setOff(statedBy) : 'somebody whom the record does not name'}`;
}

function writeDay({ statedOn, knownOn }: Record): string {
  if (!statedOn) return ` on a day that no source gives; the public could know by ${formatDay(knownOn)}`;
  return statedOn.precision === 'DAY' ? ` on ${formatDate(statedOn)}` : ` in ${formatDate(statedOn)}`;
}

function writeParties({ providers, recipients, recipientScope, quantity }: Record): string {
  const provided = listNames(
    providers.map(({ name }) => placeName(name)),
    4,
  );
  const provider = providers.length > 1 ? `The providers are ${provided}` : `The provider is ${provided}`;
  const names = recipients.flatMap(({ country, group }) => placeName(country?.name ?? group?.name ?? ''));
  return `${provider}; ${writeRecipients(recipientScope, names, quantity !== null)}.`;
}

function writeRecipients(scope: RecipientScope, names: string[], hasNumber: boolean): string {
  const who = listNames(names, 5);
  switch (scope) {
    case 'UNSPECIFIED':
      return 'the recipients are not named';
    case 'GROUP':
      return `the recipients are named only as a group: ${who}${hasNumber ? ', and no source splits the number' : ''}`;
    case 'PARTLY_NAMED':
      return `the recipients are ${who}, and others that are not named`;
    case 'NAMED':
      if (names.length === 1) return `the recipient is ${who}`;
      return `the recipients are ${who}${hasNumber ? ', in one number for all' : ''}`;
  }
}
