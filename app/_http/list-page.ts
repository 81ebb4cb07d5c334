import { z } from 'zod';
import { idSchema } from '#lib/contracts/index.ts';
import { config } from '#lib/platform/config.ts';
import type { Page, Position } from '#lib/predictions/index.ts';
import { BadRequest } from './bad-request.ts';

const cursorSchema = z.tuple([z.enum(['older', 'newer']), z.iso.datetime(), idSchema]);

/** Where a list goes on. @throws BadRequest for a cursor that this server did not make. */
export function positionOf(cursor: string | undefined): Position | null {
  if (cursor === undefined) return null;
  const position = readCursor(cursor);
  if (!position) throw new BadRequest('The cursor is not valid. Start the list again without it.');
  return position;
}

export function cursorOf({ direction, createdAt, id }: Position): string {
  return Buffer.from(JSON.stringify([direction, createdAt.toISOString(), id])).toString('base64url');
}

/** Undefined for a cursor that this server did not make. */
export function readCursor(cursor: string): Position | undefined {
  const parsed = cursorSchema.safeParse(decoded(cursor));
  if (!parsed.success) return undefined;
  const [direction, createdAt, id] = parsed.data;
  return { direction, createdAt: new Date(createdAt), id };
}

/** The wire form of a page: its neighbours' addresses are absolute and keep the request's filters. */
export function pageReply<T, W>({ items, newer, older }: Page<T>, request: Request, toWire: (item: T) => W) {
  return {
    next: older && neighbour(request, older),
    previous: newer && neighbour(request, newer),
    results: items.map(toWire),
  };
}

/** A list that is always short enough for one page. */
export function wholeList<W>(results: readonly W[]) {
  return { next: null, previous: null, results };
}

function neighbour(request: Request, position: Position): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete('cursor');
  const filters = searchParams.size > 0 ? `&${searchParams}` : '';
  return `${config().publicUrl}${pathname}?cursor=${cursorOf(position)}${filters}`;
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
