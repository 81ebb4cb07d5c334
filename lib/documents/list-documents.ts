import { z } from 'zod';
import type { Scope } from '#lib/access/index.ts';
import { idSchema } from '#lib/contracts/index.ts';
import { InvalidInput } from '#lib/platform/index.ts';
import type { Document } from './document.ts';
import { type DocumentPosition, findDocuments } from './document-store.ts';

export type DocumentList = { documents: Document[]; nextCursor: string | null };

const LIST_LENGTH = 50;
const positionSchema = z.tuple([z.iso.datetime(), idSchema]);

/**
 * The workspace's documents, newest first, 50 at a time. `nextCursor` continues where this part ends, whatever
 * was added or deleted meanwhile. @throws InvalidInput for a cursor that is not one of ours.
 */
export async function listDocuments(
  scope: Scope,
  { cursor, limit = LIST_LENGTH }: { cursor?: string | undefined; limit?: number } = {},
): Promise<DocumentList> {
  const found = await findDocuments(scope, cursor ? readCursor(cursor) : null, limit + 1);
  const documents = found.slice(0, limit);
  const last = documents.at(-1);
  return { documents, nextCursor: found.length > limit && last ? writeCursor(last) : null };
}

function writeCursor({ createdAt, id }: DocumentPosition): string {
  return Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString('base64url');
}

function readCursor(cursor: string): DocumentPosition {
  try {
    const [createdAt, id] = positionSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { createdAt: new Date(createdAt), id };
  } catch {
    throw new InvalidInput('This place in the list is unknown. Load the list again.');
  }
}
