import { z } from 'zod';
import type { Scope } from '#lib/access/index.ts';
import { type DocumentFilters, idSchema } from '#lib/contracts/index.ts';
import { InvalidInput } from '#lib/platform/index.ts';
import type { Document } from './document.ts';
import { countFiltered, findFilteredIds, type ListPosition } from './document-filter-store.ts';
import { findDocuments } from './document-store.ts';

export type DocumentList = { documents: Document[]; nextCursor: string | null; total: number };

const LIST_LENGTH = 50;
const positionSchema = z.tuple([z.union([z.number(), z.string()]), idSchema]);

/**
 * The workspace's documents that the filters leave, newest first unless they say otherwise, 50 at a time, and how
 * many there are in all. `nextCursor` continues where this part ends, whatever was added or deleted meanwhile.
 * @throws InvalidInput for a cursor that is not one of ours.
 */
export async function listDocuments(
  scope: Scope,
  {
    cursor,
    limit = LIST_LENGTH,
    filters = {},
  }: { cursor?: string | undefined; limit?: number; filters?: DocumentFilters } = {},
): Promise<DocumentList> {
  const after = cursor ? readCursor(cursor) : null;
  const [found, total] = await Promise.all([
    findFilteredIds(scope, filters, after, limit + 1),
    countFiltered(scope, filters),
  ]);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    documents: await findDocuments(
      scope,
      shown.map(({ id }) => id),
    ),
    nextCursor: found.length > limit && last ? writeCursor(last) : null,
    total,
  };
}

function writeCursor({ key, id }: ListPosition): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

function readCursor(cursor: string): ListPosition {
  try {
    const [key, id] = positionSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { key, id };
  } catch {
    throw new InvalidInput('This place in the list is unknown. Load the list again.');
  }
}
