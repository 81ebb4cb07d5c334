import { describe, expect, it } from 'vitest';
import { makeColumnPage, makeFoundLine } from '#lib/testing/column-pages.ts';
import { runOf } from './join-runs.ts';
import { partMargins } from './margin-rows.ts';
import { placeLine } from './placed-line.ts';

type Found = ReturnType<typeof makeFoundLine>;
const column = makeColumnPage({ seed: 1, columns: 1 }).page.lines;

function margins(...found: Found[]): { header: string[]; footer: string[] } {
  const lines = found.map(({ line, box }) => runOf([placeLine(line, box, 0)]));
  const parts = partMargins(
    lines.sort((a, b) => a.middle - b.middle),
    2_000,
  );
  return { header: parts.header.map(({ text }) => text), footer: parts.footer.map(({ text }) => text) };
}

describe('partMargins', () => {
  it('finds a running head with its page number, and the foot', () => {
    const head = [makeFoundLine('THE YEAR', 160, 100), makeFoundLine('17', 2_100, 100)];
    expect(margins(...column, ...head, makeFoundLine('Wexcombe 1931', 160, 1_950))).toEqual({
      header: ['THE YEAR', '17'],
      footer: ['Wexcombe 1931'],
    });
  });

  it('leaves a title, the last rows of the text and the page of a short letter alone', () => {
    const nothing = { header: [], footer: [] };
    expect(margins(...column, makeFoundLine('The year', 160, 100))).toEqual(nothing);
    expect(margins(...column, makeFoundLine('The year 1931', 160, 100, 40))).toEqual(nothing);
    expect(margins(...column, makeFoundLine('and so it ended', 160, 1_760))).toEqual(nothing);
    expect(margins(makeFoundLine('Page 1', 160, 100), makeFoundLine('Dear Anna', 160, 400))).toEqual(nothing);
  });
});
