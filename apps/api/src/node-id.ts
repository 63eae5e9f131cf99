/** Global ids: base64url of `Type:key`, the key being a slug (ISO 3166-1 alpha-3 for countries). */
export function writeNodeId(type: string, key: string): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}

/** Null for what is not a global id. */
export function readNodeId(id: string): { type: string; key: string } | null {
  const match = /^([A-Z][A-Za-z]*):([A-Za-z0-9-]+)$/.exec(Buffer.from(id, 'base64url').toString());
  const [, type, key] = match ?? [];
  return type && key && writeNodeId(type, key) === id ? { type, key } : null;
}
