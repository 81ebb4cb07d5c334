/** Replicate cuts a bare wait at a minute; some clients give up after exactly that, so the reply leaves before. */
const MAX_SECONDS = 60;
const LATEST_REPLY_MS = 59_000;

export type WaitPreference = {
  /** How long to hold the reply, counted from the receipt of the request. */
  timeoutMs: number;
  /** What `Preference-Applied` says. */
  applied: string;
};

/**
 * Reads `wait` out of a `Prefer` header (RFC 7240), whatever else stands there. A wait above a minute means a
 * minute; one that is no whole number of seconds from 1 on is ignored.
 */
export function preferredWait(header: string | null): WaitPreference | undefined {
  const wait = header
    ?.split(',')
    .map((preference) => preference.split(';')[0]?.trim() ?? '')
    .find((preference) => /^wait\s*(=|$)/i.test(preference));
  if (wait === undefined) return undefined;
  const value = /=\s*"?([^"]*)"?$/.exec(wait)?.[1];
  if (value === undefined) return { timeoutMs: LATEST_REPLY_MS, applied: 'wait' };
  if (!/^\d{1,9}$/.test(value) || Number(value) < 1) return undefined;
  const seconds = Math.min(Number(value), MAX_SECONDS);
  return { timeoutMs: Math.min(seconds * 1_000, LATEST_REPLY_MS), applied: `wait=${seconds}` };
}
