import { z } from 'zod';

/** The time that figures are about. */
export const insightRanges = ['30-days', '90-days', 'year', 'all'] as const;
export type InsightRange = (typeof insightRanges)[number];

const rangeSchema = z.enum(insightRanges).catch('90-days');

/** The range that an address holds; 90 days when it says none, or none that there is. */
export function insightRangeOf(value: unknown): InsightRange {
  return rangeSchema.parse(value);
}

/** How long each period of a chart is. They begin at midnight UTC, weeks on Monday. */
export type PeriodStep = 'day' | 'week' | 'month';

/** What the machine read wrong on approved pages, counted when they were approved. */
export type ErrorFigures = {
  approvedPages: number;
  characterErrors: number;
  characterCount: number;
  /** Of the approved pages, those in scripts that put blanks between words; only their words are counted. */
  wordPages: number;
  wordErrors: number;
  wordCount: number;
};

export type InsightFigures = ErrorFigures & {
  /** By the reading that they show now. */
  readPages: number;
  /** Of the pages read, those for which the service said how sure it is of each word. */
  confidentPages: number;
  /** Mean of those pages, 0 to 1. */
  confidence: number | null;
  /** Saved edits, and on how many different pages. */
  corrections: number;
  correctedPages: number;
};

/** `from` is the first day of the period, as YYYY-MM-DD. */
export type InsightPeriod = InsightFigures & { from: string };

/** Approved pages of one kind. */
export type InsightKind = ErrorFigures & { name: string };

export type CorrectedWord = { before: string; after: string; count: number };

export type Insights = {
  range: InsightRange;
  step: PeriodStep;
  total: InsightFigures;
  /** One after the other without gaps, up to now. */
  periods: InsightPeriod[];
  /** Media types; codes of languages in which pages were to be read (`auto`: found out); names of tags. */
  contentTypes: InsightKind[];
  languages: InsightKind[];
  tags: InsightKind[];
  /** The most frequent first, of the pages approved last. */
  correctedWords: { pages: number; words: CorrectedWord[] };
};
