import { dashboardToken } from '@/settings.ts';

/** What every question from this server carries. */
export const questionHeaders: Readonly<Record<string, string>> = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json',
  // It is near.
  'accept-encoding': 'identity',
  ...(dashboardToken && { 'x-muster-dashboard': dashboardToken }),
};
