import { createHmac } from 'node:crypto';
import { config, derive, everySecret, isSameProof } from '#lib/platform/index.ts';

/** What a download address says of the file and of itself (contract 11.5). */
export type DownloadClaim = {
  id: string;
  owner: string;
  /** Unix seconds. */
  expiry: string;
  signature: string;
};

/** Where a file's bytes are had without a token, for as long as the file lives. */
export function downloadAddress(file: { id: string; owner: string; expiresAt: Date }): string {
  const { id, owner } = file;
  const expiry = String(Math.floor(file.expiresAt.getTime() / 1_000));
  const query = new URLSearchParams({ owner, expiry, signature: signatureOf({ id, owner, expiry }) });
  return `${config().publicUrl}/v1/files/${id}/download?${query}`;
}

/** Whether the address was made here and its time has not come. */
export function isValidDownload({ signature, ...claim }: DownloadClaim, now: Date): boolean {
  const isSigned = everySecret().some((secret) => isSameProof(signature, signatureOf(claim, secret)));
  return isSigned && now.getTime() < Number(claim.expiry) * 1_000;
}

function signatureOf(
  { owner, id, expiry }: Omit<DownloadClaim, 'signature'>,
  secret = config().secret,
): string {
  const key = derive(secret, 'files');
  return createHmac('sha256', key).update(`${owner} ${id} ${expiry}`).digest('base64');
}
