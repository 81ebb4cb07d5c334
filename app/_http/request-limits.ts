import { config } from '#lib/platform/config.ts';
import { LimitReached } from '#lib/platform/errors.ts';
import { createTokenBucket, type Standing, type TokenBucket } from './token-bucket.ts';

export type LimitedWork = 'create' | 'other';

type Buckets = Partial<Record<LimitedWork, { bucket: TokenBucket; emptyUntilMs: number }>>;

// Each web process counts by itself: a look into the database would cost more than the request it refuses.
const callers = new Map<string, Buckets>();
const MAX_CALLERS = 10_000;

/**
 * Refuses at once, before the caller is even looked up, who was told a moment ago that there is nothing left: clients
 * repeat a throttled request six times within milliseconds (contract 16.1). @throws LimitReached
 */
export function refuseExhausted(caller: string, work: LimitedWork, nowMs = performance.now()): void {
  const emptyUntilMs = callers.get(caller)?.[work]?.emptyUntilMs ?? 0;
  if (nowMs < emptyUntilMs) throw throttled((emptyUntilMs - nowMs) / 1_000);
}

/**
 * Counts a request of a known caller. Undefined where nothing is limited.
 * @returns where the caller stands. @throws LimitReached when this request is one too many.
 */
export function countRequest(
  caller: string,
  work: LimitedWork,
  nowMs = performance.now(),
): Standing | undefined {
  const perMinute = config().requestsPerMinute[work];
  if (perMinute === 0) return undefined;
  const entry = entryOf(caller, work, perMinute, nowMs);
  const standing = entry.bucket.take(nowMs);
  if (!standing.isTaken) throw throttled(60 / perMinute);
  if (standing.remaining === 0) entry.emptyUntilMs = nowMs + 60_000 / perMinute;
  return standing;
}

function entryOf(caller: string, work: LimitedWork, perMinute: number, nowMs: number) {
  if (callers.size >= MAX_CALLERS) forgetRested(nowMs);
  const buckets = callers.get(caller) ?? {};
  callers.set(caller, buckets);
  buckets[work] ??= { bucket: createTokenBucket(perMinute), emptyUntilMs: 0 };
  return buckets[work];
}

function forgetRested(nowMs: number): void {
  for (const [caller, { create, other }] of callers) {
    const isRested = [create, other].every((entry) => !entry || entry.bucket.isFull(nowMs));
    if (isRested) callers.delete(caller);
  }
}

function throttled(waitSeconds: number): LimitReached {
  const seconds = Math.max(1, Math.ceil(waitSeconds));
  return new LimitReached(`Request was throttled. Your rate limit resets in ~${seconds}s.`, seconds);
}
