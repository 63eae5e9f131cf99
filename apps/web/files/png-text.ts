import { crc32 } from 'node:zlib';

/** A PNG with words inside it: an iTXt chunk (PNG 1.2, 4.2.3.3) for each keyword, before the end. */
export function addPngText(png: Uint8Array, texts: Record<string, string>): Uint8Array<ArrayBuffer> {
  // The last chunk, IEND, is always these many bytes: length, name, checksum.
  const end = png.length - 12;
  const chunks = Object.entries(texts).map(([keyword, text]) => writeChunk(keyword, text));
  const whole = new Uint8Array(png.length + chunks.reduce((sum, { length }) => sum + length, 0));
  whole.set(png.subarray(0, end));
  let at = end;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  whole.set(png.subarray(end), at);
  return whole;
}

function writeChunk(keyword: string, text: string): Uint8Array {
  // Not compressed, in no language, with no translated keyword.
  const body = Buffer.concat([Buffer.from(`iTXt${keyword}`, 'latin1'), Buffer.alloc(5), Buffer.from(text)]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
