import { contentTokens } from './content-tokens.ts';

const INVISIBLE = '3';
const SHOWING = new Set(['Tj', 'TJ', "'", '"']);

/**
 * A content stream without the text that it writes without ink, as earlier programs laid it over a scan; null
 * when it has none. What is drawn stays as it is, byte by byte. `mode` is the text rendering mode at its begin.
 */
export function dropInvisibleText(content: Uint8Array, mode = '0'): Uint8Array | null {
  const kept: Uint8Array[] = [];
  const modes: string[] = [];
  let current = mode;
  let keptTo = 0;
  let operandsFrom: number | null = null;
  let lastOperand = '';
  for (const { kind, text, start, end } of contentTokens(content)) {
    if (kind === 'operand') {
      operandsFrom ??= start;
      lastOperand = text;
      continue;
    }
    if (text === 'q') modes.push(current);
    if (text === 'Q') current = modes.pop() ?? current;
    if (text === 'Tr') current = lastOperand;
    if (SHOWING.has(text) && current === INVISIBLE) {
      kept.push(content.subarray(keptTo, operandsFrom ?? start));
      // Two of the operators also begin a line, from which what follows may be placed.
      if (text === "'" || text === '"') kept.push(Buffer.from('T* '));
      keptTo = end;
    }
    operandsFrom = null;
  }
  return kept.length === 0 ? null : Buffer.concat([...kept, content.subarray(keptTo)]);
}
