import type { ExtractionLine } from '#lib/contracts/index.ts';
import { placeWords } from '#lib/corrections/index.ts';
import type { Caret } from './word-at.ts';

/** Selects the words between two places of the layer, in the order of the text, as the browser's own selection. */
export function selectBetween(layer: Element, from: Caret, to: Caret): void {
  const [start, end] = [letterOf(layer, from), letterOf(layer, to)];
  if (!start || !end) return;
  document.getSelection()?.setBaseAndExtent(start, from.offset, end, to.offset);
}

export function selectAll(layer: Element): void {
  const words = layer.querySelectorAll('text');
  const [first, last] = [words[0]?.firstChild, words[words.length - 1]?.firstChild];
  if (!first || !last) return;
  document.getSelection()?.setBaseAndExtent(first, 0, last, last.textContent?.length ?? 0);
}

/** Lets go of what is selected in the layer; what is selected elsewhere is not ours. */
export function selectNothing(layer: Element | null): void {
  const selection = document.getSelection();
  if (selection?.anchorNode && layer?.contains(selection.anchorNode)) selection.removeAllRanges();
}

/** What is selected in the layer, as the page's text says it: one row for each line. Empty: nothing. */
export function selectedText(layer: Element, lines: readonly ExtractionLine[]): string {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return '';
  const range = selection.getRangeAt(0);
  const rows: string[] = [];
  for (const group of layer.querySelectorAll<SVGGElement>('[data-line]')) {
    if (!range.intersectsNode(group)) continue;
    const line = lines.find(({ id }) => id === group.dataset.line);
    const words = [...group.querySelectorAll('text')].filter((word) => range.intersectsNode(word));
    const [first, last] = [words[0], words.at(-1)];
    if (!line || !first || !last) continue;
    const from = startOf(line, first) + (first.contains(range.startContainer) ? range.startOffset : 0);
    const to =
      startOf(line, last) +
      (last.contains(range.endContainer) ? range.endOffset : (last.textContent?.length ?? 0));
    rows.push(line.text.slice(from, to));
  }
  return rows.filter((row) => row !== '').join('\n');
}

function letterOf(layer: Element, { line, word }: Caret): Node | null {
  return layer.querySelector(`[data-line="${line}"] > [data-word="${word}"]`)?.firstChild ?? null;
}

/** Where the word begins in the text of its line. */
function startOf({ words, text }: ExtractionLine, element: SVGTextElement): number {
  const word = words[Number(element.dataset.word)];
  return placeWords(words, text).find((placed) => placed.word === word)?.start ?? 0;
}
