'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { findNearList, readWords } from './address-words.ts';
import { Button, FilterBar, FilterField, FilterInput } from './filters.tsx';
import { KnownLink } from './known-link.tsx';
import styles from './page.module.css';

/** For an address with nothing at it: a search for its words, and the lists in which it may be. */
export function NearPages() {
  const path = usePathname();
  const known = useSearchParams().get('known');
  const list = findNearList(path);
  return (
    <>
      <FilterBar action="/search" aria-label="Search for it">
        <FilterField label="Search for it">
          <FilterInput type="search" name="q" defaultValue={readWords(path)} size={32} maxLength={200} />
        </FilterField>
        {known && <input type="hidden" name="known" value={known} />}
        <Button>Search</Button>
      </FilterBar>
      <div className={styles.ways}>
        {list && <KnownLink href={list.path}>All {list.name}</KnownLink>}
        <KnownLink href="/">The overview</KnownLink>
        <KnownLink href="/changes">What changed</KnownLink>
      </div>
    </>
  );
}
