import { once } from 'node:events';
import { createInflateRaw } from 'node:zlib';
import { FILE_LIMITS, tooLarge, unreadable } from './limits.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

interface Part {
  name: string;
  method: number;
  data: Buffer;
}

/**
 * Unpacks every part of a ZIP archive (APPNOTE 6.3) and keeps nothing of it: what an archive says of its sizes may be a lie.
 * Throws where there are more parts or bytes than a workbook has, or they shrink more than text does.
 */
export async function checkArchive(archive: Buffer, limits = FILE_LIMITS): Promise<void> {
  let total = 0;
  for (const part of listParts(archive, limits)) {
    const most = part.name.startsWith('xl/worksheets/') ? limits.inflatedSheet : limits.inflatedPart;
    const allowed = Math.max(1024 * 1024, archive.length * limits.inflation);
    total += await measure(part, Math.min(most, allowed - total));
  }
}

function listParts(archive: Buffer, limits: typeof FILE_LIMITS): Part[] {
  const broken = () =>
    unreadable('The file is no workbook of Excel (XLSX), or it is broken; save it again as XLSX.');
  const end = findEnd(archive);
  if (end < 0) throw broken();
  const count = archive.readUInt16LE(end + 10);
  if (count > limits.archiveParts) {
    throw tooLarge(`The workbook has more than ${limits.archiveParts} parts; save the sheet by itself.`);
  }
  try {
    const parts: Part[] = [];
    let at = archive.readUInt32LE(end + 16);
    for (let i = 0; i < count; i++) {
      if (archive.readUInt32LE(at) !== ENTRY) throw broken();
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
      const local = archive.readUInt32LE(at + 42);
      if (archive.readUInt32LE(local) !== LOCAL) throw broken();
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      parts.push({
        name: archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0)),
        method: archive.readUInt16LE(at + 10),
        data: archive.subarray(start, start + archive.readUInt32LE(at + 20)),
      });
      at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
    }
    return parts;
  } catch (error) {
    throw error instanceof RangeError ? broken() : error;
  }
}

function findEnd(archive: Buffer): number {
  const first = Math.max(0, archive.length - END_BYTES - LONGEST_COMMENT);
  for (let at = archive.length - END_BYTES; at >= first; at--) {
    if (archive.readUInt32LE(at) === END) return at;
  }
  return -1;
}

async function measure({ name, method, data }: Part, most: number): Promise<number> {
  const bomb = () =>
    tooLarge('The workbook unpacks to far more than its size; save the sheet by itself, or as CSV.');
  if (method === STORED) {
    if (data.length > most) throw bomb();
    return data.length;
  }
  if (method !== DEFLATED)
    throw unreadable(
      `The workbook’s part ${name.slice(0, 60)} is packed in an unknown way; save it again as XLSX.`,
    );
  const inflate = createInflateRaw();
  let bytes = 0;
  inflate.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > most) inflate.destroy(bomb());
  });
  inflate.end(data);
  try {
    await once(inflate, 'end');
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error) throw error;
    throw unreadable('The workbook is broken; save it again as XLSX.');
  }
  return bytes;
}
