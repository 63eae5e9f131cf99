import type { NextConfig } from 'next';

const config: NextConfig = {
  // Workspaces hold TypeScript sources, not builds.
  transpilePackages: ['@muster/schema'],
  // Headers that protect its pages are the API's to send.
  poweredByHeader: false,
  reactStrictMode: true,
  // The API in front compresses what it proxies.
  compress: false,
  // No page uses Next.js' pictures, and what nobody uses should fetch nothing.
  images: { unoptimized: true },
  // Finds its WASM and typefaces beside its own code.
  serverExternalPackages: ['@resvg/resvg-wasm'],
  // A page's address with an ending is its view as a file; files and routes that exist come first,
  // but for those of one record: its feed and its citation are named here.
  rewrites: async () =>
    // The longer ending first: the path before it takes all it can.
    ['metadata.json', 'json', 'csv', 'png', 'svg'].map((kind) => ({
      source: `/:path((?!_next/|file/|embed/|.+/changes\\.json$|.+/citation\\.json$).+)\\.${kind.replace('.', '\\.')}`,
      destination: `/file/${kind}/:path`,
    })),
  headers: async () => [
    {
      // Pages are asked for anew each time, but whoever goes back finds them as they were left: `no-store`, which is
      // Next.js's own word, forbids that. It stays for what only the signed-in see.
      source: '/:path((?!admin(?:/|$)|embed(?:/|$)|file/|_next/)[^.]*)',
      headers: [{ key: 'Cache-Control', value: 'private, no-cache' }],
    },
  ],
};

export default config;
