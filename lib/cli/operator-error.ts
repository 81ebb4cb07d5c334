/** A failure that the operator can act on: the message says what was wrong, where, and what to do. */
export class OperatorError extends Error {
  override name = 'OperatorError';
}

/** The code of a system error (`ENOENT`, `EACCES`, …), or an empty string. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
