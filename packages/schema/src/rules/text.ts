import { z } from 'zod';

// Controls would break files and pages, lone surrogates break UTF-8; line breaks and tabs pass in long text only.
const LINE_CONTROLS = /\p{Cc}/u;
const TEXT_CONTROLS = /[^\P{Cc}\n\t]/u;

const required = (kind: string) => (issue: { input?: unknown }) =>
  issue.input === undefined || issue.input === null ? 'is required' : `must be ${kind}`;

function plainText(max: number, controls: RegExp) {
  return z
    .string({ error: required('text') })
    .normalize('NFC')
    .trim()
    .max(max, `is too long: at most ${max} characters`)
    .refine((value) => value.isWellFormed(), 'holds broken characters; paste the text again')
    .refine((value) => !controls.test(value), 'holds control characters; remove them');
}

/** One line, trimmed, NFC, not empty. */
export const line = (max: number) => plainText(max, LINE_CONTROLS).min(1, 'must not be empty');

/** One line or null; an empty one is null. */
export const optionalLine = (max: number) => emptyAsNull(plainText(max, LINE_CONTROLS));

/** Paragraphs, trimmed, NFC, not empty. */
export const paragraphs = (max: number) => plainText(max, TEXT_CONTROLS).min(1, 'must not be empty');

/** Paragraphs or null; an empty text is null. */
export const optionalText = (max: number) => emptyAsNull(plainText(max, TEXT_CONTROLS));

function emptyAsNull<Schema extends z.ZodType<string, string>>(schema: Schema) {
  return schema
    .nullable()
    .default(null)
    .transform((value) => (value === '' ? null : value));
}

/** Lower-case ASCII words joined by hyphens: the permanent name of a record in addresses. */
export const slug = z
  .string({ error: required('text') })
  .min(1, 'must not be empty')
  .max(120, 'is too long: at most 120 characters')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters a–z, digits and single hyphens only');

/** ISO 3166-1 alpha-3 (and XKX). */
export const iso3 = z
  .string({ error: required('a country code') })
  .regex(/^[A-Z]{3}$/, 'use the three capital letters of ISO 3166, such as KEN');

export const groupCode = z
  .string({ error: required('a group code') })
  .regex(/^(M49:\d{3}|GRP:[A-Za-z0-9-]{1,40})$/, 'use M49: with three digits, or GRP: with letters');

export const providerCode = z
  .string({ error: required('a provider code') })
  .regex(
    /^([A-Z]{3}|ORG:[A-Za-z0-9-]{1,40})$/,
    'use three capital letters of a country, or ORG: with letters',
  );

/** BCP 47, in canonical form: en, zh-Hans. */
export const language = z
  .string({ error: required('a language tag') })
  .refine((tag) => canonicalLanguage(tag) !== null, 'unknown language tag; use BCP 47, such as en or zh-Hans')
  .transform((tag) => canonicalLanguage(tag) ?? tag);

function canonicalLanguage(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** An http or https address without credentials. */
export const webAddress = z
  .string({ error: required('a web address') })
  .trim()
  .max(2048, 'is too long: at most 2048 characters')
  .refine((value) => !LINE_CONTROLS.test(value) && !/\s/.test(value), 'must not hold spaces or line breaks')
  .refine((value) => isWebAddress(value), 'use an address that begins with http:// or https://');

function isWebAddress(value: string): boolean {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return false;
  const { hostname, username, password } = new URL(value);
  return hostname !== '' && username === '' && password === '';
}
