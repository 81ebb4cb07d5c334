import { AUTO_LANGUAGE, type ErrorFigures, languages, type PeriodStep } from '#lib/contracts/index.ts';

export const stepNames: Record<PeriodStep, { each: string; column: string }> = {
  day: { each: 'day', column: 'Day' },
  week: { each: 'week', column: 'Week of' },
  month: { each: 'month', column: 'Month' },
};

/** Share of what the machine read wrong; nothing where nothing was compared. A bad page may exceed 1. */
export function characterErrorRate({ characterErrors, characterCount }: ErrorFigures): number | null {
  return characterCount === 0 ? null : characterErrors / characterCount;
}

export function wordErrorRate({ wordErrors, wordCount }: ErrorFigures): number | null {
  return wordCount === 0 ? null : wordErrors / wordCount;
}

const contentTypes: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG picture',
  'image/png': 'PNG picture',
  'image/tiff': 'TIFF picture',
  'image/webp': 'WebP picture',
};

export function contentTypeName(contentType: string): string {
  return contentTypes[contentType] ?? contentType;
}

export function languageName(code: string): string {
  if (code === AUTO_LANGUAGE) return 'Found out by itself';
  return languages.find((language) => language.code === code)?.name ?? code;
}
