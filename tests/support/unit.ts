import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/processes.ts';

export interface Unit {
  /** As systemd would run it. */
  command: string[];
  cwd: string;
  env: Record<string, string>;
  /** Seconds that it is given to end. */
  stopSeconds: number;
  /** Codes that count as a good end. */
  goodCodes: number[];
}

/**
 * A unit of deploy/systemd with the settings of its example file of environment, `given` in place of what that leaves open or
 * names, and everything put where it is here: `places` are texts of the unit and what stands in their place.
 */
export function readUnit(
  name: string,
  { given, places }: { given: Record<string, string | null>; places: Record<string, string> },
): Unit {
  const put = (text: string) =>
    Object.entries(places).reduce((moved, [from, to]) => moved.replaceAll(from, to), text);
  const lines = readLines(`systemd/muster-${name}.service`).map(put);
  const all = (key: string) =>
    lines.filter((line) => line.startsWith(`${key}=`)).map((line) => line.slice(key.length + 1));
  const one = (key: string) => {
    const [value] = all(key);
    if (value === undefined) throw new Error(`muster-${name}.service has no ${key}`);
    return value;
  };
  if (one('EnvironmentFile') !== `/etc/muster/${name}.env`) throw new Error('another file of environment');
  const settings = [...all('Environment'), ...readLines(`systemd/${name}.env.example`).map(put)].map(
    splitSetting,
  );
  const env = Object.entries({ ...Object.fromEntries(settings), ...given });
  return {
    command: one('ExecStart').split(' '),
    cwd: one('WorkingDirectory'),
    env: Object.fromEntries(env.filter((pair): pair is [string, string] => pair[1] !== null)),
    stopSeconds: Number(one('TimeoutStopSec')),
    goodCodes: [0, ...all('SuccessExitStatus').map(Number)],
  };
}

function readLines(path: string): string[] {
  const text = readFileSync(join(root, 'deploy', path), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !/^[#[]/.test(line));
}

function splitSetting(text: string): [string, string] {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
}
