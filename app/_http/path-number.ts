import { NotFound } from '#lib/platform/errors.ts';

/** A page number in a path. @throws NotFound when it cannot be one. */
export function pageNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new NotFound('There is no such page.');
  return Number(text);
}

/** The number of a revision in a path. @throws NotFound when it cannot be one. */
export function revisionNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new NotFound('This page has no such revision.');
  return Number(text);
}
