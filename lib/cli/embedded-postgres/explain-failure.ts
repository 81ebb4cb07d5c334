import { OperatorError } from '../operator-error.ts';

const explanations: [pattern: RegExp, advice: string][] = [
  [/No space left on device/, 'The disk is full: make room and start Lectern again.'],
  [
    /Permission denied|Operation not permitted|wrong ownership/,
    'PostgreSQL may not use its files: give the folder back its owner.',
  ],
  [
    /incompatible with server/,
    'The data was written by another version of PostgreSQL: start the Lectern version that wrote it.',
  ],
  [/Address already in use|could not create any TCP\/IP sockets/, 'Its port is in use by another program.'],
];

/** Turns what PostgreSQL said before it gave up into an error for the operator. */
export function explainFailure(said: string, folder: string): OperatorError {
  const advice = explanations.find(([pattern]) => pattern.test(said))?.[1] ?? 'Its last words are below.';
  const lastLines = said.trim().split('\n').slice(-8).join('\n  ');
  return new OperatorError(`The embedded PostgreSQL in ${folder} does not start. ${advice}\n  ${lastLines}`);
}
