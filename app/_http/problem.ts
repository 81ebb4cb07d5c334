import type { InvalidField, Problem } from '#lib/contracts/index.ts';
import { AppError, InvalidInput, LimitReached } from '#lib/platform/errors.ts';
import { logger } from '#lib/platform/logger.ts';
import { UnknownVersion } from '#lib/predictions/index.ts';
import { QuotaReached } from '#lib/usage/index.ts';
import { BadRequest } from './bad-request.ts';

type Answer = { status: number; title: string; detail: string; headers?: Record<string, string> };

/** The reply to an error, as Replicate words it (contract 3). It never carries what the caller sent. */
export function problemReply(error: unknown): Response {
  const problems = error instanceof InvalidInput ? error.problems : [];
  const { headers, ...answer } = answerTo(error, problems);
  const body: Problem = { ...answer, ...(problems.length > 0 ? { invalid_fields: [...problems] } : {}) };
  return Response.json(body, {
    status: body.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
}

export function methodNotAllowed(allowed: readonly string[]): Response {
  const reply = problemReply(new MethodNotAllowed());
  reply.headers.set('allow', allowed.join(', '));
  return reply;
}

class MethodNotAllowed extends Error {}

function answerTo(error: unknown, problems: readonly InvalidField[]): Answer {
  if (error instanceof BadRequest) return { status: 400, title: 'Bad Request', detail: error.message };
  if (error instanceof MethodNotAllowed)
    return { status: 405, title: 'Method not allowed', detail: 'This path does not take this method.' };
  if (error instanceof UnknownVersion)
    return { status: 422, title: 'Invalid version or not permitted', detail: error.message };
  // Replicate's word for an account that may have no more read (contract 3).
  if (error instanceof QuotaReached)
    return { status: 402, title: 'Insufficient credit', detail: error.message };
  if (error instanceof LimitReached) return limitAnswer(error);
  if (error instanceof AppError) return answerToKind(error, problems);
  logger.error({ err: error }, 'a request failed');
  return { status: 500, title: 'Internal server error', detail: 'Something went wrong on the server.' };
}

function answerToKind({ kind, message }: AppError, problems: readonly InvalidField[]): Answer {
  switch (kind) {
    case 'unauthenticated':
      return { status: 401, title: 'Unauthenticated', detail: message };
    case 'forbidden':
      return { status: 403, title: 'Forbidden', detail: 'Your token does not have the scope for this.' };
    case 'not_found':
      return { status: 404, title: 'Not found', detail: message };
    case 'unavailable':
      return { status: 503, title: 'Service unavailable', detail: message };
    default:
      return {
        status: 422,
        title: 'Input validation failed',
        detail: problems.length > 0 ? problems.map(line).join('') : message,
      };
  }
}

function limitAnswer({ message, retryAfterSeconds }: LimitReached): Answer {
  if (retryAfterSeconds === undefined) return { status: 413, title: 'Too large', detail: message };
  return {
    status: 429,
    title: 'Too many requests',
    detail: message,
    headers: { 'retry-after': String(Math.ceil(retryAfterSeconds)) },
  };
}

function line({ field, description }: InvalidField): string {
  return field ? `- ${field}: ${description}\n` : `- ${description}\n`;
}
