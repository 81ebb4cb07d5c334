const NUMBER = /^\(?(\d{1,3})[.)]\s+/;
const BULLET = /^(?:[^\p{L}\p{N}\s(]\s+|[•●○◦▪■□‣·])/u;

/** Number and text of a list's item; the number is null where a bullet, or nothing, stands before it. */
export function partsOfItem(text: string): { number: string | null; text: string } {
  const numbered = NUMBER.exec(text);
  if (numbered) return { number: numbered[1] ?? null, text: text.slice(numbered[0].length) };
  return { number: null, text: text.replace(BULLET, '') };
}
