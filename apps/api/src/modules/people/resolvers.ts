import type {
  MutationResolvers,
  PersonResolvers,
  QueryResolvers,
  SignInSessionResolvers,
} from '../../generated/resolvers.ts';
import {
  canMail,
  changeRole,
  createPasswordLink,
  disablePerson,
  enablePerson,
  endSessions,
  findOwnAccount,
  invitePerson,
  listPeople,
  removeTotp,
  renameOwnAccount,
} from './people.ts';

const Query = {
  people: (_, __, ctx) => listPeople(ctx),
  ownAccount: (_, __, ctx) => findOwnAccount(ctx),
  sendsMail: (_, __, ctx) => canMail(ctx),
} satisfies QueryResolvers;

const Mutation = {
  invitePerson: (_, { input }, ctx) => invitePerson(ctx, input),
  createPasswordLink: (_, { id }, ctx) => createPasswordLink(ctx, id),
  changeRole: (_, args, ctx) => changeRole(ctx, args),
  disablePerson: (_, { id }, ctx) => disablePerson(ctx, id),
  enablePerson: (_, { id }, ctx) => enablePerson(ctx, id),
  removeTotp: (_, { id }, ctx) => removeTotp(ctx, id),
  endSessions: (_, { id, sessions }, ctx) => endSessions(ctx, { id, sessions: sessions ?? null }),
  renameOwnAccount: (_, { name }, ctx) => renameOwnAccount(ctx, name),
} satisfies MutationResolvers;

const Person: PersonResolvers = {
  state: ({ disabledAt, accounts }) => {
    if (disabledAt) return 'DISABLED';
    return accounts.length > 0 ? 'ACTIVE' : 'INVITED';
  },
  hasTotp: ({ twoFactorEnabled }) => twoFactorEnabled,
  linkExpiresAt: ({ passwordLinks }) =>
    passwordLinks.map(({ expiresAt }) => expiresAt).find((expiresAt) => expiresAt > new Date()) ?? null,
  sessions: ({ sessions }) => sessions.filter(({ expiresAt }) => expiresAt > new Date()),
};

const SignInSession: SignInSessionResolvers = {
  lastSeenAt: ({ updatedAt }) => updatedAt,
  address: ({ ipAddress }) => ipAddress || null,
  browser: ({ userAgent }) => userAgent || null,
  isCurrent: ({ id }, _, { viewer }) => id === viewer?.sessionId,
};

export const peopleResolvers = { Query, Mutation, Person, SignInSession };
