import { Link } from '@/ui/link.tsx';
import styles from './session.module.css';
import { SignOutButton } from './sign-out-button.tsx';
import type { Viewer } from './viewer.ts';

const places = [
  { path: '/admin', label: 'Commitments' },
  { path: '/admin/import', label: 'Import' },
  { path: '/admin/keys', label: 'API keys', isForAdmins: true },
  { path: '/admin/releases', label: 'Releases', isForAdmins: true },
];

/** Who is signed in, and the way between the pages that they may use. */
export function AdminPlaces({ viewer, at }: { viewer: Viewer; at: string }) {
  const { name, role } = viewer;
  return (
    <div className={styles.places}>
      <span>
        {`${name}, ${role.toLowerCase()} · `}
        <SignOutButton />
      </span>
      <nav aria-label="Admin">
        <ul>
          {places
            .filter(({ isForAdmins }) => !isForAdmins || role === 'ADMIN')
            .map(({ path, label }) => (
              <li key={path}>
                <Link href={path} aria-current={path === at ? 'page' : undefined}>
                  {label}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
    </div>
  );
}
