import { z } from 'zod';
import { line } from './text.ts';

export const ROLES = ['EDITOR', 'REVIEWER', 'ADMIN'] as const;

export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

/** As the public history shows it. */
export const personName = line(200);

/** In lower case, as addresses to sign in with are kept. */
export const emailAddress = z
  .email({ error: 'must be an e-mail address' })
  .max(254, 'is too long: at most 254 characters')
  .transform((email) => email.toLowerCase());

export const newPassword = z
  .string({ error: 'is required' })
  .min(PASSWORD_LENGTH.min, `is too short: at least ${PASSWORD_LENGTH.min} characters`)
  .max(PASSWORD_LENGTH.max, `is too long: at most ${PASSWORD_LENGTH.max} characters`);

/** Somebody to be invited: name, address and what they may do. */
export const invitationInput = z.strictObject({
  name: personName,
  email: emailAddress,
  role: z.enum(ROLES, `must be ${ROLES.join(', ')}`),
});

export type InvitationInput = z.infer<typeof invitationInput>;
