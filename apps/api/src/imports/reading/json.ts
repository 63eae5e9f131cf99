import { ENTITIES, type Entity } from '../../modules/import/entities.ts';
import { collect, decodeUtf8, FILE_LIMITS, unreadable } from './limits.ts';

/** Records of a full export, or of a part of one: an object of lists. Throws for anything else. */
export async function* readJson(
  bytes: AsyncIterable<Uint8Array>,
  limits = FILE_LIMITS,
): AsyncGenerator<{ entity: Entity; record: unknown }> {
  const text: string[] = [];
  const whole = await collect(bytes, limits.json);
  for await (const part of decodeUtf8(toChunks(whole))) text.push(part);
  let content: unknown;
  try {
    content = JSON.parse(text.join(''));
  } catch (error) {
    throw unreadable(`The file is not JSON: ${(error as Error).message.slice(0, 160)}.`);
  }
  const lists = ENTITIES.map(({ list }) => list as string);
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw unreadable(`The file must be an object of lists: ${lists.join(', ')}.`);
  }
  const unknown = Object.keys(content).find((key) => !lists.includes(key));
  if (unknown !== undefined) {
    throw unreadable(
      `The file has an unknown list “${unknown.slice(0, 60)}”; there are ${lists.join(', ')}.`,
    );
  }
  for (const { entity, list } of ENTITIES) {
    const records: unknown = (content as Record<string, unknown>)[list] ?? [];
    if (!Array.isArray(records)) throw unreadable(`“${list}” must be a list of records.`);
    for (const record of records) yield { entity, record };
  }
}

async function* toChunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
