/** Where the API listens; on the server only. No other file reads the environment. */
export const apiOrigin = (process.env.MUSTER_API_ORIGIN ?? 'http://127.0.0.1:3000').replace(/\/+$/, '');
