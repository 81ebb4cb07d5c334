/** Where sealed text is kept: a column of text, or of JSON that holds it somewhere. */
export type SealedPlace = { table: string; column: string; isJson: boolean };

/** All of them. A test looks through every column of a database in use for sealed text elsewhere. */
export const sealedPlaces: readonly SealedPlace[] = [
  { table: 'public.user', column: 'totp_secret', isJson: false },
  { table: 'public.webhook_secret', column: 'sealed_key', isJson: false },
  { table: 'public.webhook_secret', column: 'previous_sealed_key', isJson: false },
  { table: 'public.prediction', column: 'sealed_input', isJson: true },
  // Messages that wait to be sent, passwords of files that wait to be opened.
  { table: 'pgboss.job', column: 'data', isJson: true },
];
