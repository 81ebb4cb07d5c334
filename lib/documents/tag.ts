import { type Tag, tagColorSchema } from '#lib/contracts/index.ts';

export type TagRow = { id: string; name: string; color: string };

/** A colour that this release does not know shows as the quietest. */
export function toTag({ id, name, color }: TagRow): Tag {
  return { id, name, color: tagColorSchema.catch('stone').parse(color) };
}
