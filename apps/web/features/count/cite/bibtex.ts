import { Cite, type CSL, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { formatDay } from '@/text/index.ts';

const { format } = plugins.config.get('@bibtex');
// Labels are slugs, which need no cleaning and stay when a title changes. Titles keep their script, so signs of TeX are escaped here.
Object.assign(format, { useIdAsLabel: true, checkLabel: false, asciiOnly: false });

/** An item as an entry of BibTeX, which has neither versions nor days of access: a note tells both. */
export function writeBibtex(item: CSL): string {
  const { version, accessed, issued, note, title, ...rest } = item;
  const [year, month] = issued?.['date-parts']?.[0] ?? [];
  const [read] = accessed?.['date-parts'] ?? [];
  const day = read?.map((part) => String(part).padStart(2, '0')).join('-');
  const notes = [note, version && `Version ${version}`, day && `Accessed ${formatDay(day)}`];
  const entry: CSL = {
    ...rest,
    title: escapeTex(title ?? ''),
    note: escapeTex(notes.filter(Boolean).join('. ')),
    ...(year !== undefined && { issued: { 'date-parts': [month === undefined ? [year] : [year, month]] } }),
  };
  return `${new Cite([entry]).format('bibtex').trim()}\n`;
}

const named: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\~^&%$#_{}]/g, (sign) => named[sign] ?? `\\${sign}`);
}
