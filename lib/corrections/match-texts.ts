import { diffArrays, diffChars } from 'diff';

/** A piece of the old text and the piece of the new one that stands in its place; either may be empty. */
export type Stretch = { start: number; end: number; newStart: number; newEnd: number; same: boolean };

// Beyond it little of a text is left to hold on to, and looking for it takes long.
const MAX_EDITS = 400;

/**
 * How a text became another one, as stretches that cover both in order. Words that stay are found first, then
 * characters between them: a fixed letter moves nothing else.
 */
export function matchTexts(before: string, after: string): Stretch[] {
  const stretches: Stretch[] = [];
  let [old, fresh] = [0, 0];
  for (const [kept, keptFresh] of keptTokens(before, after)) {
    matchCharacters(kept.at, keptFresh.at);
    push(kept.text.length, keptFresh.text.length, true);
  }
  matchCharacters(before.length, after.length);
  return stretches;

  function matchCharacters(oldEnd: number, freshEnd: number): void {
    const [was, is] = [before.slice(old, oldEnd), after.slice(fresh, freshEnd)];
    const parts = was && is ? diffChars(was, is, { maxEditLength: MAX_EDITS }) : undefined;
    if (!parts) {
      push(was.length, is.length, false);
      return;
    }
    let [removed, added] = [0, 0];
    for (const part of parts) {
      if (part.removed) removed += part.value.length;
      else if (part.added) added += part.value.length;
      else {
        push(removed, added, false);
        push(part.value.length, part.value.length, true);
        [removed, added] = [0, 0];
      }
    }
    push(removed, added, false);
  }

  function push(length: number, newLength: number, same: boolean): void {
    const [start, newStart] = [old, fresh];
    old += length;
    fresh += newLength;
    if (length > 0 || newLength > 0) stretches.push({ start, end: old, newStart, newEnd: fresh, same });
  }
}

type Token = { text: string; at: number };

/** What stands between blanks and is in both texts, in order. */
function keptTokens(before: string, after: string): [Token, Token][] {
  const [olds, news] = [tokensOf(before), tokensOf(after)];
  const parts = diffArrays(
    olds.map(({ text }) => text),
    news.map(({ text }) => text),
    { maxEditLength: MAX_EDITS },
  );
  const kept: [Token, Token][] = [];
  let [old, fresh] = [0, 0];
  for (const { value, added, removed } of parts ?? []) {
    if (!added && !removed) {
      value.forEach((_, index) => {
        const [token, newToken] = [olds[old + index], news[fresh + index]];
        if (token && newToken) kept.push([token, newToken]);
      });
    }
    if (!added) old += value.length;
    if (!removed) fresh += value.length;
  }
  return kept;
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/\S+/gu)].map((match) => ({ text: match[0], at: match.index }));
}
