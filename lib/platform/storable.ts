import type { Json } from '#lib/contracts/index.ts';

/** Text that PostgreSQL can keep: it takes neither U+0000 nor half of a surrogate pair. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** The JSON form of a value, with all of its text storable. Undefined becomes null. */
export function storableJson(value: unknown): Json {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? storableText(part) : withStorableKeys(part),
  );
  const json: Json = text === undefined ? null : JSON.parse(text);
  return json;
}

function withStorableKeys(part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  const entries = Object.entries(part);
  if (entries.every(([key]) => storableText(key) === key)) return part;
  return Object.fromEntries(entries.map(([key, value]) => [storableText(key), value]));
}
