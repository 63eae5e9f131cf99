/** Where the library reads the caller's address; `bridge.ts` writes it and lets no caller do so. */
export const ADDRESS_HEADER = 'x-muster-client-address';
