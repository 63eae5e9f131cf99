import { Link } from '@/ui/link.tsx';
import styles from './session.module.css';
import { SignOutButton } from './sign-out-button.tsx';
import type { Viewer } from './viewer.ts';

const places = [
  { path: '/admin', label: 'Commitments', needsAdmin: false },
  { path: '/admin/import', label: 'Import', needsAdmin: false },
  { path: '/admin/quality', label: 'Quality', needsAdmin: false },
  { path: '/admin/keys', label: 'API keys', needsAdmin: true },
  { path: '/admin/releases', label: 'Releases', needsAdmin: true },
  { path: '/admin/people', label: 'People', needsAdmin: true },
  { path: '/admin/audit', label: 'Audit log', needsAdmin: true },
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
        <ul>
          {places
            .filter(({ needsAdmin }) => !needsAdmin || role === 'ADMIN')
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
