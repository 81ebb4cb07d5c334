/** What a bucket says of one request. */
export type Standing = {
  isTaken: boolean;
  remaining: number;
  /** Whole seconds until the bucket is full again. */
  resetSeconds: number;
};

export type TokenBucket = {
  /** Takes one token, if there is one, at `nowMs` on a clock that never goes back. */
  take(nowMs: number): Standing;
  isFull(nowMs: number): boolean;
};

/** A bucket of `perMinute` tokens, full at first, which fills again at that rate (contract 4.2). */
export function createTokenBucket(perMinute: number): TokenBucket {
  const perMs = perMinute / 60_000;
  let tokens = perMinute;
  let filledAtMs = 0;

  function fill(nowMs: number): void {
    tokens = Math.min(perMinute, tokens + (nowMs - filledAtMs) * perMs);
    filledAtMs = nowMs;
  }

  return {
    take(nowMs) {
      fill(nowMs);
      const isTaken = tokens >= 1;
      if (isTaken) tokens -= 1;
      return {
        isTaken,
        remaining: Math.floor(tokens),
        resetSeconds: Math.ceil((perMinute - tokens) / perMs / 1_000),
      };
    },
    isFull(nowMs) {
      fill(nowMs);
      return tokens === perMinute;
    },
  };
}
