import { z } from 'zod';
import { InvalidInput } from '#lib/platform/index.ts';
import type { RankPosition } from './search-store.ts';

/** Where a list of found pages goes on, and whether it is one of words that are nearly alike. */
export type SearchPlace = RankPosition & { isSimilar: boolean };

const placeSchema = z.tuple([z.boolean(), z.number(), z.string().regex(/^\d{1,18}$/)]);

export function writePlace({ isSimilar, rank, number }: SearchPlace): string {
  return Buffer.from(JSON.stringify([isSimilar, rank, String(number)])).toString('base64url');
}

/** @throws InvalidInput for what is not one of ours */
export function readPlace(place: string): SearchPlace {
  try {
    const [isSimilar, rank, number] = placeSchema.parse(
      JSON.parse(Buffer.from(place, 'base64url').toString()),
    );
    return { isSimilar, rank, number: BigInt(number) };
  } catch {
    throw new InvalidInput('This place in the list is unknown. Search again.');
  }
}
