import type { FileWire, Json } from '#lib/contracts/index.ts';
import { config } from '#lib/platform/index.ts';
import { downloadAddress } from './download-address.ts';

export type ApiFile = {
  id: string;
  name: string;
  contentType: string;
  /** Bytes. */
  size: number;
  md5: string;
  /** Also the key of the bytes in the blob store. */
  sha256: string;
  metadata: Record<string, Json>;
  createdAt: Date;
  expiresAt: Date;
  /** The name of its workspace in addresses. */
  owner: string;
};

/** Replicate keeps files for exactly a day (contract 11.1). */
export const FILE_LIFETIME_MS = 24 * 60 * 60_000;

/** The one form in which a file's description leaves. */
export function fileToWire(file: ApiFile): FileWire {
  return {
    id: file.id,
    name: file.name,
    content_type: file.contentType,
    size: file.size,
    etag: file.md5,
    checksums: { sha256: file.sha256, md5: file.md5 },
    metadata: file.metadata,
    created_at: file.createdAt.toISOString(),
    expires_at: file.expiresAt.toISOString(),
    urls: { get: `${config().publicUrl}/v1/files/${file.id}`, download: downloadAddress(file) },
  };
}
