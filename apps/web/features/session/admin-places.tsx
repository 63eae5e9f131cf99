import { Link } from '@/ui/link.tsx';
import styles from './session.module.css';
import { SignOutButton } from './sign-out-button.tsx';
import type { Viewer } from './viewer.ts';

const records = [
  { path: '/admin/commitments', label: 'Commitments' },
  { path: '/admin/reported', label: 'Reported' },
  { path: '/admin/events', label: 'Events' },
  { path: '/admin/links', label: 'Links' },
  { path: '/admin/sources', label: 'Sources' },
  { path: '/admin/programs', label: 'Programs' },
  { path: '/admin/providers', label: 'Providers' },
  { path: '/admin/groups', label: 'Groups' },
  { path: '/admin/countries', label: 'Countries' },
];

const desk = [
  { path: '/admin', label: 'Desk' },
  { path: '/admin/import', label: 'Import' },
  { path: '/admin/quality', label: 'Quality' },
];

const forAdmins = [
  { path: '/admin/keys', label: 'API keys' },
  { path: '/admin/releases', label: 'Releases' },
  { path: '/admin/people', label: 'People' },
  { path: '/admin/audit', label: 'Audit log' },
];

/** Who is signed in, and the way between the pages of their role. */
export function AdminPlaces({ viewer, at }: { viewer: Viewer; at: string }) {
  const { name, role } = viewer;
  return (
    <div className={styles.places}>
      <span>
        <Link href="/admin/account" aria-current={at === '/admin/account' ? 'page' : undefined}>
          {name}
        </Link>
        {`, ${role.toLowerCase()} · `}
        <SignOutButton />
      </span>
      <nav aria-label="Admin">
        <PlaceList label="Desk" places={role === 'ADMIN' ? [...desk, ...forAdmins] : desk} at={at} />
        <PlaceList label="Records" places={records} at={at} />
      </nav>
    </div>
  );
}

interface PlaceListProps {
  label: string;
  places: readonly { path: string; label: string }[];
  at: string;
}

function PlaceList({ label, places, at }: PlaceListProps) {
  return (
    <ul aria-label={label}>
      {places.map((place) => (
        <li key={place.path}>
          <Link href={place.path} aria-current={place.path === at ? 'page' : undefined}>
            {place.label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
