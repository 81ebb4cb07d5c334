/** Where the caret is to go: a new object each time, so that the same place can be asked for again. */
export type CaretWish = { line: string; start: number; end: number };

/** Offset in the line's text under a point of the window; null when the point is on none of its words. */
export function offsetAtPoint(x: number, y: number): number | null {
  const place = caretAt(x, y);
  const parent = place?.node.parentElement;
  if (!place || !parent) return null;
  const word = parent.closest<HTMLElement>('[data-start]');
  if (word) return Number(word.dataset.start) + place.offset;
  // White space between words: it begins where the word before it ends.
  const before = place.node.previousSibling;
  if (before instanceof HTMLElement && before.dataset.start !== undefined) {
    return Number(before.dataset.start) + (before.textContent?.length ?? 0) + place.offset;
  }
  return place.node.nodeType === Node.TEXT_NODE ? place.offset : null;
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if (document.caretPositionFromPoint) {
    const place = document.caretPositionFromPoint(x, y);
    return place && { node: place.offsetNode, offset: place.offset };
  }
  // Safari knows the older name alone.
  const range = document.caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}
