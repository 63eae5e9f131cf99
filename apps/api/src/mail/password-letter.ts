import type { MadeLink } from '../auth/password-link.ts';
import type { Letter } from './mailer.ts';

interface Named {
  name: string;
  email: string;
}

interface LetterParts {
  /** Whose password the link sets. */
  to: Named;
  /** The administrator who asked for it. */
  from: Named;
  link: MadeLink;
  publicUrl: string;
}

const instant = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** The letter with a link by which somebody sets their password, the first one or a new one. */
export function writePasswordLetter({ to, from, link, publicUrl }: LetterParts): Letter {
  const asker = `${from.name} (${from.email})`;
  const { subject, opening, unexpected } = WORDS[link.purpose](to.email, asker);
  const paragraphs = [
    `Hello ${to.name},`,
    opening,
    link.url,
    `The link works once, until ${instant.format(link.expiresAt)} UTC. Links that you were sent before no longer work. Keep it to yourself: whoever opens it sets your password.`,
    unexpected,
    `Muster, ${publicUrl}`,
  ];
  return { to: { name: to.name, address: to.email }, subject, text: `${paragraphs.join('\n\n')}\n` };
}

const WORDS = {
  invitation: (email: string, asker: string) => ({
    subject: 'Muster: your account',
    opening: `${asker} made an account on Muster for you. To sign in with ${email}, set your password here:`,
    unexpected: `If you did not expect this, do not follow the link: nobody can sign in with the account before a password is set. Ask ${asker} if you are in doubt.`,
  }),
  reset: (email: string, asker: string) => ({
    subject: 'Muster: set a new password',
    opening: `${asker} asked for a link by which you set a new password for ${email}:`,
    unexpected: `Your present password works until you set a new one, which also signs you out everywhere. If you did not expect this, do not follow the link: your password stays as it is. Tell ${asker}, or another administrator.`,
  }),
};
