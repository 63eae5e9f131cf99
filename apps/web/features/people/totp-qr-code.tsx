import { encode } from 'uqr';
import styles from './people.module.css';

// Of ISO/IEC 18004: four modules of white on each side, whatever lies around.
const QUIET = 4;

/** The address as a QR code, drawn here: it holds the secret, which no other server may see. */
export function TotpQrCode({ uri }: { uri: string }) {
  const { data, size } = encode(uri, { ecc: 'M', border: QUIET });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label="QR code for the authenticator app; it says the same as the link and the secret beside it"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={dark.join('')} fill="#000000" />
    </svg>
  );
}
