import { RefusalError } from '../../errors.ts';

const MB = 1024 * 1024;

/** What a file may be at most. Bytes as they are sent; `inflated` once an archive is unpacked. */
export const FILE_LIMITS = {
  csv: 256 * MB,
  json: 64 * MB,
  xlsx: 64 * MB,
  rows: 200_000,
  columns: 200,
  /** Characters of a cell. */
  cell: 1_000_000,
  archiveParts: 1_000,
  inflatedSheet: 512 * MB,
  inflatedPart: 32 * MB,
  /** Inflated bytes for each byte of the archive, past the first megabyte. */
  inflation: 200,
};

export type FileFormat = 'csv' | 'json' | 'xlsx';

/** The file cannot be read as what it is said to be; the message names the place and the remedy. */
export function unreadable(message: string): RefusalError {
  return new RefusalError(422, { code: 'FILE_UNREADABLE', message });
}

export function tooLarge(message: string): RefusalError {
  return new RefusalError(413, { code: 'FILE_TOO_LARGE', message });
}

/** The same bytes; throws where they are more than `most`. */
export async function* limitBytes(
  bytes: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of bytes) {
    read += chunk.length;
    if (read > most) {
      throw tooLarge(`The file is larger than ${Math.floor(most / MB)} MB; bring it in parts.`);
    }
    yield chunk;
  }
}

export async function collect(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of limitBytes(bytes, most)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Text of UTF-8 with or without a byte order mark, piece by piece. Throws for any other encoding, and for NUL. */
export async function* decodeUtf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw unreadable('The file is not UTF-8; save it again as “CSV UTF-8”, or as UTF-8 text.');
    }
  };
  for await (const chunk of bytes) {
    if (isFirst && chunk.length >= 2 && (chunk[0] ?? 0) + (chunk[1] ?? 0) === 0xff + 0xfe) {
      throw unreadable('The file is UTF-16; save it again as “CSV UTF-8”.');
    }
    if (isFirst && chunk[0] === 0x50 && chunk[1] === 0x4b) {
      throw unreadable('The file is an archive, such as a workbook; bring it as XLSX.');
    }
    isFirst = false;
    const text = decode(chunk);
    if (text.includes('\0'))
      throw unreadable('The file holds NUL characters: it is no text. Save it again as text.');
    yield text;
  }
  yield decode();
}
