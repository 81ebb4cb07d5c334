/**
 * Everything the audit trail can say that somebody did, as the page says it. A verb that writes records its act in the
 * same transaction; a new verb adds its row here.
 */
export const acts = {
  'account.signed_in': 'signed in',
  'account.sign_in_failed': 'failed to sign in',
  'account.signed_out': 'signed out',
} as const satisfies Record<`${string}.${string}`, string>;

export type Act = keyof typeof acts;
