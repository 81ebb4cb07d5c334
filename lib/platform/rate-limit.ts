import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { database } from './database.ts';
import { LimitReached } from './errors.ts';

export type RateLimit = {
  /** Counts one try, or several. @returns seconds to wait when the limit is passed, else 0. */
  take(key: string, tries?: number): Promise<number>;
  forget(key: string): Promise<void>;
};

/** `tries` per key in any window of `windowSeconds`, counted in the database for all web processes together. */
export function rateLimit(name: string, tries: number, windowSeconds: number): RateLimit {
  const limiter = new RateLimiterPostgres({
    storeClient: { query: runOnOurPool },
    storeType: 'client',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points: tries,
    duration: windowSeconds,
  });
  return {
    async take(key, count = 1) {
      try {
        await limiter.consume(key, count);
        return 0;
      } catch (rejection) {
        if (!(rejection instanceof RateLimiterRes)) throw rejection;
        return Math.max(1, Math.ceil(rejection.msBeforeNext / 1000));
      }
    },
    async forget(key) {
      await limiter.delete(key);
    },
  };
}

/**
 * Counts one of `what`, such as "uploads", for whoever `key` stands for.
 * @throws LimitReached, which says when to come back, when this one is too many.
 */
export async function requireTurn(limit: RateLimit, key: string, what: string): Promise<void> {
  const waitSeconds = await limit.take(key);
  if (waitSeconds === 0) return;
  const minutes = Math.ceil(waitSeconds / 60);
  const wait = minutes === 1 ? '1 minute' : `${minutes} minutes`;
  throw new LimitReached(`Too many ${what} in a short time. Try again in ${wait}.`, waitSeconds);
}

export async function deleteExpiredRateLimits(now: Date): Promise<void> {
  await database().rateLimit.deleteMany({ where: { expire: { lt: now.getTime() } } });
}

/** The limiter speaks to a `pg` client; this gives it the pool that everything else uses. */
async function runOnOurPool(query: { text: string; values: unknown[] }) {
  const rows = await database().$queryRawUnsafe<Record<string, unknown>[]>(query.text, ...query.values);
  const plain = rows.map((row) => ({ ...row, ...('expire' in row ? { expire: Number(row.expire) } : {}) }));
  return { rows: plain, rowCount: rows.length };
}
