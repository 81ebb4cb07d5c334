import { NotFound } from '#lib/platform/errors.ts';

/** A page number in a path. @throws NotFound when it cannot be one. */
export function pageNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new NotFound('There is no such page.');
  return Number(text);
}
