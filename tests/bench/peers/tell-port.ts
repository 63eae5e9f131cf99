import type { Server } from 'node:http';

/** Listens on a free port and tells whoever forked this process which. */
export function tellPort(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(typeof address === 'object' && address ? address.port : 0);
  });
}
