export type FieldProblem = { field: string; type: string; description: string };

/**
 * An outcome that a caller caused and can understand. Knows nothing of HTTP: `_http` and `_actions` in app/
 * are the two places that turn it into a reply. `message` is a sentence for the person who reads it.
 */
export abstract class AppError extends Error {
  abstract readonly kind: string;
}

export class NotFound extends AppError {
  override name = 'NotFound';
  readonly kind = 'not_found';
}

export class Forbidden extends AppError {
  override name = 'Forbidden';
  readonly kind = 'forbidden';
}

export class Unauthenticated extends AppError {
  override name = 'Unauthenticated';
  readonly kind = 'unauthenticated';
}

export class Conflict extends AppError {
  override name = 'Conflict';
  readonly kind = 'conflict';
}

/** Never carries the rejected value, only where it was and what is wrong with it. */
export class InvalidInput extends AppError {
  override name = 'InvalidInput';
  readonly kind = 'invalid_input';
  readonly problems: readonly FieldProblem[];
  constructor(message: string, problems: readonly FieldProblem[] = []) {
    super(message);
    this.problems = problems;
  }
}

export class LimitReached extends AppError {
  override name = 'LimitReached';
  readonly kind = 'limit_reached';
  /** When to try again; undefined when waiting does not help (a size, not a rate). */
  readonly retryAfterSeconds: number | undefined;
  constructor(message: string, retryAfterSeconds?: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export class Unavailable extends AppError {
  override name = 'Unavailable';
  readonly kind = 'unavailable';
}
