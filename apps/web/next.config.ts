import type { NextConfig } from 'next';

const config: NextConfig = {
  // Workspaces hold TypeScript sources, not builds.
  transpilePackages: ['@muster/schema'],
  poweredByHeader: false,
  reactStrictMode: true,
  // The API in front compresses what it proxies.
  compress: false,
  // Finds its WASM and typefaces beside its own code.
  serverExternalPackages: ['@resvg/resvg-wasm'],
  // A page's address with an ending is its view as a file; files and routes that exist come first.
  rewrites: async () =>
    // The longer ending first: the path before it takes all it can.
    ['metadata.json', 'json', 'csv', 'png', 'svg'].map((kind) => ({
      source: `/:path((?!_next/|file/|embed/).+)\\.${kind.replace('.', '\\.')}`,
      destination: `/file/${kind}/:path`,
    })),
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
      ],
    },
  ],
};

export default config;
