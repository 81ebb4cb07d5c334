import { randomBytes } from 'node:crypto';
import type { Scope } from '#lib/access/index.ts';
import { logger, openSealed, sealText } from '#lib/platform/index.ts';
import { findSealedKeys, keepSealedKey, replaceSealedKey, type SealedKeys } from './webhook-secret-store.ts';

export type KeptSecrets = {
  current: string;
  /** What `current` is kept as. */
  sealedKey: string;
  previous: string | undefined;
  replacedAt: Date | null;
};

/** The workspace's signing secrets. The current one is made when there is none that can be opened. */
export async function keptSecrets(scope: Scope): Promise<KeptSecrets> {
  const found = (await findSealedKeys(scope)) ?? (await keepSealedKey(scope, newSealedKey()));
  return opened(found) ?? openedOrFail(await makeAnew(scope, found.sealedKey));
}

export function newSealedKey(): string {
  return sealText(`whsec_${randomBytes(32).toString('base64')}`);
}

function makeAnew(scope: Scope, replaced: string): Promise<SealedKeys> {
  logger.warn(
    { workspaceId: scope.workspaceId },
    'the webhook secret was sealed with another LECTERN_SECRET; the workspace gets a new webhook secret',
  );
  const fresh = { sealedKey: newSealedKey(), previousSealedKey: null, replacedAt: null };
  return replaceSealedKey(scope, replaced, fresh);
}

function openedOrFail(keys: SealedKeys): KeptSecrets {
  const secrets = opened(keys);
  if (!secrets) throw new Error('A webhook secret that was just sealed cannot be opened.');
  return secrets;
}

function opened({ sealedKey, previousSealedKey, replacedAt }: SealedKeys): KeptSecrets | undefined {
  const current = open(sealedKey);
  if (current === undefined) return undefined;
  const previous = previousSealedKey === null ? undefined : open(previousSealedKey);
  return { current, sealedKey, previous, replacedAt };
}

function open(sealedKey: string): string | undefined {
  try {
    return openSealed(sealedKey);
  } catch {
    return undefined;
  }
}
