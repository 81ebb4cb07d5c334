import { addressKey, rateLimit, sha256 } from '#lib/platform/index.ts';

const WINDOW_SECONDS = 15 * 60;

/**
 * How often something may be tried in 15 minutes: `pair` about one subject from one address, where typing mistakes
 * happen; `address`, as an office may stand behind one; `subject`, which holds when addresses are forged.
 */
export const tryLimits = {
  /** Subject: the e-mail address. 100 guesses find no password of ten characters. */
  'sign-in': { pair: 10, address: 100, subject: 100 },
  /** Asking for a link; the limits keep a mailbox from being filled. */
  'mailed-link': { pair: 5, address: 30, subject: 10 },
  'password-reset': { pair: 5, address: 30, subject: 10 },
  /** Opening one: nobody guesses 256 bits, but trying should not be free. */
  'use-link': { address: 100 },
  /** Subject: the person, whose first proof was right. Ten of a million codes, three of which are right. */
  code: { subject: 10 },
  passkey: { address: 100 },
  /** Subject: the person, who proves once more that it is they. */
  proof: { subject: 10 },
  /** Subject: the person who invites. Enough for a whole team; too few for unwanted mail in numbers. */
  invite: { subject: 40 },
  /** Subject: the invitation. Joining as somebody new costs the hashing of a password. */
  join: { subject: 10, address: 50 },
  /** Subject: the person. */
  'new-workspace': { subject: 10 },
} as const satisfies Record<string, Limits>;

type Limits = { pair?: number; address?: number; subject?: number };
export type WayIn = keyof typeof tryLimits;
export type Trier = { subject?: string; ipAddress?: string | null };

/**
 * Counts a try before it is looked at, so that parallel guesses are counted, too.
 * @returns seconds to wait when a limit is passed, else 0.
 */
export async function countTry(way: WayIn, trier: Trier): Promise<number> {
  const limits: Limits = tryLimits[way];
  const waits = await Promise.all(
    (['pair', 'address', 'subject'] as const).map((kind) => {
      const most = limits[kind];
      return most ? rateLimit(`${way}:${kind}`, most, WINDOW_SECONDS).take(keyOf(kind, trier)) : 0;
    }),
  );
  return Math.max(...waits);
}

/** A person who got in has shown that the tries were theirs. */
export async function forgetTries(way: WayIn, trier: Trier): Promise<void> {
  const limits: Limits = tryLimits[way];
  const kind = limits.pair ? 'pair' : 'subject';
  await rateLimit(`${way}:${kind}`, limits[kind] ?? 0, WINDOW_SECONDS).forget(keyOf(kind, trier));
}

/** Whether this is the first time in a window: what floods us shall not flood the audit trail. */
export async function isFirstRefusal(way: WayIn, trier: Trier): Promise<boolean> {
  return (await rateLimit(`${way}:refused`, 1, WINDOW_SECONDS).take(keyOf('address', trier))) === 0;
}

function keyOf(kind: 'pair' | 'address' | 'subject', { subject = '', ipAddress }: Trier): string {
  const address = ipAddress ? addressKey(ipAddress) : 'unknown';
  if (kind === 'address') return address;
  return sha256(kind === 'pair' ? `${address} ${subject}` : subject);
}
