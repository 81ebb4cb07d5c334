import fc from 'fast-check';
import type { ExtractionLine, LineOperation } from '#lib/contracts/index.ts';
import { lineOf } from './lines.ts';

const WORDS = ['Harbour', 'library', 'opened', 'on', 'Saturdays', 'and', 'counted', 'visits'];

/** A page of lines `r0`, `r1`, … of which no two are alike. */
export function pageOf(lineCount: number): ExtractionLine[] {
  return Array.from({ length: lineCount }, (_, row) => {
    const words = WORDS.map((_word, index) => WORDS[(index + row) % WORDS.length] ?? '').slice(0, 4);
    return lineOf([...words, `${row}`], { id: `r${row}`, row });
  });
}

const texts = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 6 }).map((words) => words.join(' '));
const lineIds = fc.constantFrom('r0', 'r1', 'r2', 'r3', 'r4', 'n0', 'n1', 'n2');
const places = fc.option(lineIds, { nil: null });

/** What people do to a page of five lines; some of it names lines that are not there. */
export const arbitraryOperation: fc.Arbitrary<LineOperation> = fc.oneof(
  fc.record({ op: fc.constant('set' as const), line: lineIds, text: texts }),
  fc.record({ op: fc.constant('split' as const), line: lineIds, at: fc.nat(40), added: lineIds }),
  fc.record({ op: fc.constant('merge' as const), line: lineIds, with: lineIds }),
  fc.record({
    op: fc.constant('add' as const),
    after: places,
    added: lineIds,
    text: texts,
    box: fc.constantFrom(null, [0, 0, 300, 20] as [number, number, number, number]),
  }),
  fc.record({ op: fc.constant('remove' as const), line: lineIds }),
  fc.record({ op: fc.constant('move' as const), line: lineIds, after: places }),
  fc.record({ op: fc.constant('confirm' as const), line: lineIds }),
);

export const arbitraryOperations = fc.array(arbitraryOperation, { maxLength: 12 });
