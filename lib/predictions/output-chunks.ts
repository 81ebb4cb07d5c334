import type { Json } from '#lib/contracts/index.ts';

/** The output from `offset` on, as a stream tells it: the further items of a list, or the rest of a text. */
export function outputChunks(output: Json, offset: number): string[] {
  if (Array.isArray(output)) return output.slice(offset).map(asText);
  const rest = output === null ? '' : asText(output).slice(offset);
  return rest === '' ? [] : [rest];
}

function asText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
