import type { RequestOrigin } from '#lib/access/index.ts';
import { recordAct } from '#lib/audit/index.ts';
import { inTransaction, type Tx } from '#lib/platform/index.ts';
import { isFirstRefusal, type WayIn } from './try-limits.ts';

type Refusal = {
  /** The way in that was tried: `password`, `code`, `passkey` … */
  way: string;
  reason?: string;
  /** Whose account was tried, when that is known. */
  user?: { id: string; name: string } | null;
  origin: RequestOrigin;
};

/** Writes into the audit trail that somebody did not get in. */
export async function recordRefusal(tx: Tx, { way, reason, user, origin }: Refusal): Promise<void> {
  await recordAct(
    tx,
    { actor: { kind: 'nobody', from: origin }, workspaceId: null },
    {
      act: 'account.sign_in_failed',
      ...(user && { target: { kind: 'user', id: user.id, name: user.name } }),
      details: { way, ...(reason && { reason }) },
    },
  );
}

/** Writes that somebody was put off: once for each address and window, whatever comes. */
export async function recordLimit(way: WayIn, origin: RequestOrigin): Promise<void> {
  if (!(await isFirstRefusal(way, origin))) return;
  await inTransaction((tx) =>
    recordAct(
      tx,
      { actor: { kind: 'nobody', from: origin }, workspaceId: null },
      { act: 'account.sign_in_limited', details: { way } },
    ),
  );
}
