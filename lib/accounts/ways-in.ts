import { findIdentities } from './oidc/oidc-store.ts';
import { countRecoveryCodes, findSecondFactor } from './second-factor/second-factor-store.ts';

/** How a person may come in, as their settings show it. */
export type WaysIn = {
  hasPassword: boolean;
  secondFactor: { since: Date; recoveryCodesLeft: number } | null;
  /** Providers that know them. */
  issuers: string[];
};

/** `userId` comes from the caller's session, never from input. */
export async function waysIn(userId: string): Promise<WaysIn> {
  const [{ passwordHash, totpConfirmedAt }, recoveryCodesLeft, issuers] = await Promise.all([
    findSecondFactor(userId),
    countRecoveryCodes(userId),
    findIdentities(userId),
  ]);
  return {
    hasPassword: passwordHash !== null,
    secondFactor: totpConfirmedAt && { since: totpConfirmedAt, recoveryCodesLeft },
    issuers,
  };
}
