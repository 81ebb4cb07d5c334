import { expect, it } from 'vitest';
import { listPredictionsQuerySchema } from './predictions.ts';

it.each([
  ['2026-03-01T10:12:00', '2026-03-01T10:12:00Z'],
  ['2026-03-01T10:12:00.123456', '2026-03-01T10:12:00.123456Z'],
  ['2026-03-01T10:12:00+02:00', '2026-03-01T10:12:00+02:00'],
  ['2026-03-01', '2026-03-01'],
])('the time %s is that of UTC unless it says another zone', (given, meant) => {
  expect(listPredictionsQuerySchema.parse({ created_after: given }).created_after).toBe(meant);
});
