import type { NextConfig } from 'next';

const config: NextConfig = {
  // Workspaces hold TypeScript sources, not builds.
  transpilePackages: ['@muster/schema'],
  poweredByHeader: false,
  reactStrictMode: true,
  // The API in front compresses what it proxies.
  compress: false,
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
