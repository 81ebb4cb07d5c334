import { readBlob } from '#lib/blobs/index.ts';
import { type Clock, NotFound, systemClock } from '#lib/platform/index.ts';
import { findLivingFileOf } from './api-file-store.ts';
import { type DownloadClaim, isValidDownload } from './download-address.ts';

const ANY_TYPE = 'application/octet-stream';

/** The file of a signed address, for whoever has the address. @throws NotFound, whatever is wrong with it. */
export async function openDownload(claim: DownloadClaim, clock: Clock = systemClock) {
  const now = clock.now();
  const file = isValidDownload(claim, now) ? await findLivingFileOf(claim.owner, claim.id, now) : null;
  if (!file) throw new NotFound('File not found');
  const { name, contentType, sha256 } = file;
  return { name, contentType: headerSafe(contentType), sha256, open: () => readBlob(sha256) };
}

/** Senders may call their file's type anything; a header takes only some of it. */
function headerSafe(contentType: string): string {
  return /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(;[\x20-\x7e]*)?$/.test(contentType) ? contentType : ANY_TYPE;
}
