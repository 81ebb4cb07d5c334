import type { Scope } from '#lib/access/index.ts';
import type { InsightFigures, InsightRange, Insights } from '#lib/contracts/index.ts';
import { type Clock, systemClock } from '#lib/platform/index.ts';
import { correctedWords } from './corrected-words.ts';
import {
  findApprovedPages,
  findCorrectedTexts,
  findCorrections,
  findKinds,
  findReadPages,
} from './insight-store.ts';
import { beginningOf, cuts, periodOf, periodsBetween } from './periods.ts';

/** Words are compared in the pages approved last, where little was corrected: this stays quick in any workspace. */
const COMPARED = { pages: 200, wordErrors: 100 };
const MOST_WORDS = 12;

const nothing: InsightFigures = {
  readPages: 0,
  confidentPages: 0,
  confidence: null,
  corrections: 0,
  correctedPages: 0,
  approvedPages: 0,
  characterErrors: 0,
  characterCount: 0,
  wordPages: 0,
  wordErrors: 0,
  wordCount: 0,
};

/**
 * Figures of the workspace from the beginning of the range until now. Deleted documents and those in the trash are
 * left out; a page counts as approved while its approval stands, at the time when that was given.
 */
export async function getInsights(
  scope: Scope,
  range: InsightRange,
  clock: Clock = systemClock,
): Promise<Insights> {
  const now = clock.now();
  const { step } = cuts[range];
  const from = beginningOf(range, now);
  const cut = { from, step };
  const [read, approved, corrections, kinds, texts] = await Promise.all([
    findReadPages(scope, cut),
    findApprovedPages(scope, cut),
    findCorrections(scope, cut),
    findKinds(scope, from),
    findCorrectedTexts(scope, from, COMPARED),
  ]);
  const { total, byPeriod } = merged([...read, ...approved, ...corrections]);
  const ofKind = (wanted: string) =>
    kinds.filter(({ kind }) => kind === wanted).map(({ kind: _, ...row }) => row);
  const first = range === 'all' ? Math.min(now.getTime(), ...byPeriod.keys()) : from.getTime();
  return {
    range,
    step,
    total,
    periods: periodsBetween(periodOf(new Date(first), step), now, step).map((period) => ({
      ...nothing,
      ...byPeriod.get(period.getTime()),
      from: period.toISOString().slice(0, 10),
    })),
    contentTypes: ofKind('contentType'),
    languages: ofKind('language'),
    tags: ofKind('tag'),
    correctedWords: { pages: texts.length, words: correctedWords(texts, MOST_WORDS) },
  };
}

/** Figures of several kinds about the same periods, put together by when these begin. */
function merged(rows: readonly (Partial<InsightFigures> & { period: Date | null })[]): {
  total: InsightFigures;
  byPeriod: Map<number, Partial<InsightFigures>>;
} {
  let total = nothing;
  const byPeriod = new Map<number, Partial<InsightFigures>>();
  for (const { period, ...figures } of rows) {
    if (period === null) total = { ...total, ...figures };
    else byPeriod.set(period.getTime(), { ...byPeriod.get(period.getTime()), ...figures });
  }
  return { total, byPeriod };
}
