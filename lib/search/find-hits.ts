import type { Scope } from '#lib/access/index.ts';
import type { ExtractionLine, PageHits } from '#lib/contracts/index.ts';
import { placeWords } from '#lib/corrections/index.ts';
import { foldText } from './fold-text.ts';
import { findPageConfig } from './page-search-store.ts';
import { parseQuery, type SearchQuery, wantedTerms } from './search-query.ts';
import { plainConfig } from './text-search-config.ts';
import { tokensOfTerm } from './tokens-of-term.ts';
import { isUnspaced } from './unspaced-script.ts';
import { withSimilarWords } from './with-similar-words.ts';
import { matchWords, type Token } from './word-match-store.ts';

type Page = { documentId: string; pageNumber: number; lines: readonly ExtractionLine[] };
/** A word of the page by its places. */
type Spot = { line: number; word: number };

/**
 * Where the page holds what is searched for, in reading order; words that are nearly alike when nothing else is
 * there. Words that are left out by `-` play no part. @throws InvalidInput for a query that is too long
 */
export async function findHits(scope: Scope, page: Page, input: string): Promise<PageHits> {
  const query = parseQuery(input);
  const config = (await findPageConfig(scope, page.documentId, page.pageNumber)) ?? plainConfig;
  const exact = await spotsOf(query, page.lines, config);
  if (exact.length > 0) return toHits(exact, page.lines);
  const { similarQuery, similar } = await withSimilarWords(scope, query);
  return toHits(similar.length > 0 ? await spotsOf(similarQuery, page.lines, config) : [], page.lines);
}

/** Runs of words, one for each place where a term stands. */
async function spotsOf(
  query: SearchQuery,
  lines: readonly ExtractionLine[],
  config: string,
): Promise<Spot[][]> {
  const terms = wantedTerms(query);
  const spaced = terms.flatMap(tokensOfTerm);
  const unspaced = terms.flatMap(({ texts }) => texts).filter(isUnspaced);
  const runs = [
    ...(await runsOfSequences(spaced, lines, config)),
    ...unspaced.flatMap((text) => runsInside(foldText(text), lines)),
  ];
  const seen = new Map(runs.map((run) => [JSON.stringify(run), run]));
  return [...seen.values()].toSorted((a, b) => order(a[0]) - order(b[0]));
}

async function runsOfSequences(
  sequences: readonly Token[][],
  lines: readonly ExtractionLine[],
  config: string,
): Promise<Spot[][]> {
  const spots = lines.flatMap(({ words }, line) => words.map(({ text }, word) => ({ line, word, text })));
  const matches = await matchWords([...new Set(spots.map(({ text }) => text))], sequences.flat(), config);
  const fits = (token: Token, text: string | undefined) =>
    text !== undefined && (matches.isCommon(token) || matches.matches(token, text));
  return sequences.flatMap((sequence) =>
    // A sequence of words that every text has is told by nothing.
    sequence.every((token) => matches.isCommon(token))
      ? []
      : spots.flatMap((_, at) => {
          const run = spots.slice(at, at + sequence.length);
          const isHere = sequence.every((token, index) => fits(token, run[index]?.text));
          return isHere ? [run.map(({ line, word }) => ({ line, word }))] : [];
        }),
  );
}

/** Words that share a letter with the wanted text, wherever it stands in a line. */
function runsInside(wanted: string, lines: readonly ExtractionLine[]): Spot[][] {
  return lines.flatMap((line, place) => {
    const text = foldText(line.text);
    // Folding may change the length of a text; places would then be wrong.
    if (text.length !== line.text.length) return [];
    const runs: Spot[][] = [];
    const words = placeWords(line.words, line.text);
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      const run = words
        .filter(({ start, end }) => start < at + wanted.length && end > at)
        .map(({ word }) => ({ line: place, word: line.words.indexOf(word) }));
      if (run.length > 0) runs.push(run);
    }
    return runs;
  });
}

function toHits(runs: readonly Spot[][], lines: readonly ExtractionLine[]): PageHits {
  const hits = runs.flatMap((run) => {
    const first = run[0] && lines[run[0].line];
    if (!first) return [];
    const found = run.flatMap(({ line, word }) => lines[line]?.words[word] ?? []);
    return {
      line: first.id,
      words: run.filter(({ line }) => line === run[0]?.line).map(({ word }) => word),
      boxes: found.flatMap(({ box }) => (box ? [box] : [])),
      text: found.map(({ text }) => text).join(' '),
    };
  });
  return { hits };
}

function order(spot: Spot | undefined): number {
  return spot ? spot.line * 100_000 + spot.word : 0;
}
