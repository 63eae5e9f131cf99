/** A feed of changes; every address is absolute. */
export interface Feed {
  title: string;
  subtitle: string;
  /** The page that shows the same. */
  home: string;
  /** The feed's own address, which is also its id. */
  self: string;
  /** ISO instant of the newest change, or of the dataset where there is none. */
  updated: string;
  entries: FeedEntry[];
}

export interface FeedEntry {
  /** Permanent and unlike every other. */
  id: string;
  link: string;
  title: string;
  /** ISO instant. */
  at: string;
  author: string;
  text: string;
  kind: string;
}

/** The feed as Atom (RFC 4287). */
export function writeAtom({ title, subtitle, home, self, updated, entries }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `  <id>${escapeXml(self)}</id>`,
    `  <title>${escapeXml(title)}</title>`,
    `  <subtitle>${escapeXml(subtitle)}</subtitle>`,
    `  <updated>${escapeXml(updated)}</updated>`,
    '  <author><name>Muster</name></author>',
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(home)}"/>`,
    ...entries.map(writeAtomEntry),
    '</feed>',
    '',
  ].join('\n');
}

function writeAtomEntry({ id, link, title, at, author, text, kind }: FeedEntry): string {
  return [
    '  <entry>',
    `    <id>${escapeXml(id)}</id>`,
    `    <title>${escapeXml(title)}</title>`,
    `    <updated>${escapeXml(at)}</updated>`,
    `    <published>${escapeXml(at)}</published>`,
    `    <author><name>${escapeXml(author)}</name></author>`,
    `    <link rel="alternate" type="text/html" href="${escapeXml(link)}"/>`,
    `    <category term="${escapeXml(kind)}"/>`,
    `    <summary>${escapeXml(text)}</summary>`,
    '  </entry>',
  ].join('\n');
}

/** The feed as JSON Feed 1.1. */
export function writeJsonFeed({ title, subtitle, home, self, entries }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description: subtitle,
    home_page_url: home,
    feed_url: self,
    language: 'en',
    authors: [{ name: 'Muster', url: new URL('/', home).href }],
    items: entries.map(({ id, link, title, at, author, text, kind }) => ({
      id,
      url: link,
      title,
      content_text: text,
      date_published: at,
      authors: [{ name: author }],
      tags: [kind],
    })),
  });
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for XML 1.0, in elements and attributes. What XML cannot hold in any form becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
