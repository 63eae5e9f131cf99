const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** "Chinese (Simplified)" for "zh-Hans"; the tag itself where it has no name. */
export function formatLanguage(tag: string): string {
  if (tag === 'und') return 'language not known';
  const name = names.of(tag) ?? tag;
  const [first, second] = name.split(' ');
  return second === 'Chinese' ? `Chinese (${first?.toLowerCase()})` : name;
}
