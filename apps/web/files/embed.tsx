import { KeyDrawing, keyHeight, keyWidth } from '@/charts/key.tsx';
import { variants } from '@/charts/variant.ts';
import { countOf, formatDay } from '@/text/index.ts';
import { palette } from '@/ui/palette.ts';
import type { Theme } from './colours.ts';
import type { Provenance } from './provenance.ts';
import type { ViewFile } from './view-file.ts';

/** A page of nothing but the view's chart with its words, key and source. Without script it reads the same. */
export async function writeEmbed(
  view: ViewFile,
  provenance: Provenance,
  theme: Theme | null,
): Promise<string> {
  // Next.js refuses the static import of this in its server code.
  const { renderToStaticMarkup } = await import('react-dom/server');
  return `<!doctype html>\n${renderToStaticMarkup(<Embed view={view} provenance={provenance} theme={theme} />)}\n`;
}

interface EmbedProps {
  view: ViewFile;
  provenance: Provenance;
  theme: Theme | null;
}

function Embed({ view, provenance, theme }: EmbedProps) {
  const { title, summary, notes, key, knownOn, draw, sources } = view;
  const from = `As known on ${formatDay(knownOn)} · drawn from ${countOf(sources.length, 'source')} · ${provenance.licence}`;
  return (
    <html lang="en">
      {/* biome-ignore lint/style/noHeadElement: a document of its own, which Next.js does not render */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="canonical" href={provenance.permalink} />
        <style>{writeRoles(theme) + style}</style>
        <script src="/embed.js" defer />
      </head>
      <body>
        <figure>
          <h1>
            <a href={provenance.permalink} target="_blank" rel="noopener">
              {title}
            </a>
          </h1>
          <p>{summary}</p>
          {draw && variants.map((variant) => <Picture key={variant} name={variant} {...draw(variant)} />)}
          <figcaption>
            <ul>
              {key.map(({ mark, words }) => (
                <li key={words}>
                  <svg width={keyWidth} height={keyHeight} aria-hidden="true">
                    <KeyDrawing mark={mark} id={`key-${mark}`} />
                  </svg>
                  {words}
                </li>
              ))}
            </ul>
            <p>{[...notes, from].join(' · ')}</p>
            <p>
              <a href={provenance.permalink} target="_blank" rel="noopener">
                Muster: the page, its table and its sources
              </a>
            </p>
          </figcaption>
        </figure>
      </body>
    </html>
  );
}

function Picture({
  name,
  svg,
  width,
  height,
  stops,
}: ReturnType<NonNullable<ViewFile['draw']>> & { name: string }) {
  const places = stops.map(({ x, y, label, lines }) => [
    Math.round((x / width) * 1000) / 10,
    Math.round((y / height) * 1000) / 10,
    label,
    ...lines.map(({ text }) => text),
  ]);
  return (
    <div className="picture" data-picture={name} data-stops={JSON.stringify(places)}>
      {svg}
    </div>
  );
}

function writeRoles(theme: Theme | null): string {
  const roles = (name: Theme) =>
    Object.entries(palette)
      .map(([role, { [name]: colour }]) => `--${role}:${colour};`)
      .join('');
  if (theme) return `:root{color-scheme:${theme};${roles(theme)}}`;
  return `:root{color-scheme:light dark;${roles('light')}}@media(prefers-color-scheme:dark){:root{${roles('dark')}}}`;
}

const style = `
:root{--sans:Inter,system-ui,sans-serif;--serif:"Source Serif 4",Georgia,serif}
*{box-sizing:border-box}
body{margin:0;padding:1rem;background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans)}
figure{margin:0 auto;max-width:75rem;container-type:inline-size}
h1{margin:0;font:400 1.5rem/1.2 var(--serif);text-wrap:balance}
a{color:inherit;text-decoration-color:var(--edge);text-underline-offset:3px}
h1 a{text-decoration:none}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
p{margin:.25rem 0 1rem;max-width:48em;color:var(--muted);font-size:.9375rem}
.chart{display:block;width:100%;height:auto}
.picture{position:relative}
.picture:not([data-picture=wide]){display:none}
@container(max-width:62rem){.picture{display:none}.picture[data-picture=medium]{display:block!important}}
@container(max-width:36rem){.picture[data-picture=medium]{display:none!important}.picture[data-picture=narrow]{display:block!important}}
figcaption{margin-top:.75rem;font-size:.84375rem}
figcaption p{margin:.5rem 0 0;font-size:inherit}
ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:0;padding:0;list-style:none}
li{display:flex;align-items:center;gap:.5rem}
.surface{position:absolute;inset:0;touch-action:pan-y}
.place{position:absolute;width:.75rem;height:.75rem;margin:-.375rem;border:2px solid var(--ink);border-radius:50%;background:var(--paper);pointer-events:none}
.tip{position:absolute;z-index:1;margin:.75rem;padding:.5rem .75rem;max-width:min(20rem,60%);border:1px solid var(--edge);background:var(--paper);font-size:.84375rem;pointer-events:none}
.tip b,.tip span{display:block}
`;
