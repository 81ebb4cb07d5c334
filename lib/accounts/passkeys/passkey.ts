/** A passkey as its owner sees it. */
export type PasskeySummary = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };

/** For whom a passkey works: the host name of this installation, and the address that browsers call it by. */
export type RelyingParty = { id: string; origin: string };

export const MOST_PASSKEYS = 20;

/** EdDSA, ES256 and RS256 (COSE): what every device speaks. */
export const passkeyAlgorithms = [-8, -7, -257] as const;
