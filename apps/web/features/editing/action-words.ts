import type { Action } from './mutations.ts';

/** What can be done to a record beside writing it, on buttons. */
export const actionWords: Readonly<Record<Exclude<Action, 'create' | 'update'>, string>> = {
  submit: 'Send to review',
  publish: 'Publish',
  sendBack: 'Send back',
  retract: 'Take back',
  delete: 'Delete',
};
