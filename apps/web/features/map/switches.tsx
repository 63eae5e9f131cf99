import { mapRegions } from '@/charts/map/props.ts';
import { startLine } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import styles from './map.module.css';
import { regionNames } from './sentences.ts';
import { type MapView, mapPath } from './view.ts';

/** Promises or reports, and the region: links, so that each is an address. */
export function MapSwitches({ view }: { view: MapView }) {
  return (
    <div className={`${styles.switches} screen-only`}>
      <nav aria-label="What the map shows">
        <ul className="plain">
          {(['promised', 'reported'] as const).map((show) => (
            <Switch
              key={show}
              label={show === 'promised' ? 'Promised' : 'Reported'}
              href={mapPath(view, { show, count: null })}
              isOn={view.show === show}
            />
          ))}
        </ul>
      </nav>
      <nav aria-label="Region of the map">
        <ul className="plain">
          {mapRegions.map((region) => (
            <Switch
              key={region}
              label={startLine(regionNames[region].replace(/^the /, ''))}
              href={mapPath(view, { region })}
              isOn={view.region === region}
            />
          ))}
        </ul>
      </nav>
    </div>
  );
}

function Switch({ label, href, isOn }: { label: string; href: string; isOn: boolean }) {
  return (
    <li>
      <Link href={href} aria-current={isOn ? 'true' : undefined} scroll={false}>
        {label}
      </Link>
    </li>
  );
}
