/** Where the API listens; on the server only. No other file reads the environment. */
export const apiOrigin = (process.env.MUSTER_API_ORIGIN ?? 'http://127.0.0.1:3000').replace(/\/+$/, '');

/** Shown to the API so that our own questions are not counted as one reader's; null: they are. On the server only. */
export const dashboardToken = process.env.MUSTER_DASHBOARD_TOKEN || null;
