import type {
  ErrorFigures,
  InsightFigures,
  InsightKind,
  Insights,
  PortalInsightsWire,
  PortalUsageWire,
} from '#lib/contracts/index.ts';
import type { UsageReport } from '#lib/usage/index.ts';

export function insightsToWire(insights: Insights): PortalInsightsWire {
  const { range, step, total, periods, contentTypes, languages, tags, correctedWords } = insights;
  return {
    range,
    step,
    total: figures(total),
    periods: periods.map((period) => ({ from: period.from, ...figures(period) })),
    content_types: contentTypes.map(kind),
    languages: languages.map(kind),
    tags: tags.map(kind),
    corrected_words: correctedWords,
  };
}

function figures(of: InsightFigures) {
  return {
    ...errors(of),
    read_pages: of.readPages,
    confidence: of.confidence,
    corrections: of.corrections,
    corrected_pages: of.correctedPages,
  };
}

function kind(of: InsightKind) {
  return { name: of.name, ...errors(of) };
}

function errors(of: ErrorFigures) {
  return {
    approved_pages: of.approvedPages,
    character_errors: of.characterErrors,
    character_count: of.characterCount,
    word_pages: of.wordPages,
    word_errors: of.wordErrors,
    word_count: of.wordCount,
  };
}

export function usageToWire(usage: UsageReport): PortalUsageWire {
  const { range, step, total, periods, subjects, storage, quota } = usage;
  return {
    range,
    step,
    total: counts(total),
    periods: periods.map((period) => ({ from: period.from, ...counts(period) })),
    subjects: subjects.map(({ kind: ofWhat, id, name, ...of }) => ({
      kind: ofWhat,
      id,
      name,
      ...counts(of),
    })),
    storage: {
      documents: storage.documentBytes,
      exports: storage.exportBytes,
      api_files: storage.apiFileBytes,
      total: storage.totalBytes,
    },
    quota: quota && {
      monthly_pages: quota.monthlyPages,
      read_pages: quota.readPages,
      pages_under_way: quota.pagesUnderWay,
      renews_at: quota.renewsAt.toISOString(),
    },
  };
}

function counts({ pages, failedPages }: { pages: number; failedPages: number }) {
  return { pages, failed_pages: failedPages };
}
