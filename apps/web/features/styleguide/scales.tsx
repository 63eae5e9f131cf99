import { spaces, textSizes } from '@/ui/scales.ts';
import styles from './styleguide.module.css';

/** Every size of type at its size, in its own typeface. */
export function TypeScale() {
  return (
    <dl className={styles.scale}>
      {Object.entries(textSizes).map(([name, use]) => {
        const isSerif = name.endsWith('l');
        return (
          <div key={name}>
            <dt>
              <code>--text-{name}</code>
              <small>{use}</small>
            </dt>
            <dd
              style={{
                fontSize: `var(--text-${name})`,
                fontFamily: isSerif ? 'var(--serif)' : 'var(--sans)',
              }}
            >
              5,000–9,000 were promised
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Every step of space, as wide as it is. */
export function SpaceScale() {
  return (
    <dl className={styles.scale}>
      {spaces.map((step) => (
        <div key={step}>
          <dt>
            <code>--space-{step}</code>
          </dt>
          <dd>
            <span className={styles.space} style={{ width: `var(--space-${step})` }} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
