import type { ExtractionLine, PageReading } from '#lib/contracts/index.ts';

const ID_OF_READING = /^r(\d+)$/;

/**
 * The text of lines; empty ones are left out. Lines in the order of the reading are parted as its text parts them
 * (blanks in a row, tabs in a table), all others by line ends.
 */
export function textOfLines(
  lines: readonly ExtractionLine[],
  reading: Pick<PageReading, 'lines' | 'text'> | null = null,
): string {
  const partings = reading ? partingsOf(reading) : [];
  const said = lines.filter(({ text }) => text !== '');
  const places = said.map(({ id }) => Number(ID_OF_READING.exec(id)?.[1] ?? Number.NaN));
  return said
    .map(
      ({ text }, index) => (index === 0 ? lead(places[0]) : parting(places[index - 1], places[index])) + text,
    )
    .join('');

  function lead(place: number | undefined): string {
    return place === 0 ? (partings[0] ?? '') : '';
  }

  function parting(before = Number.NaN, place = Number.NaN): string {
    if (!(place > before && place < partings.length)) return '\n';
    const between = partings.slice(before + 1, place + 1).join('');
    const rowEnd = between.lastIndexOf('\n');
    return rowEnd < 0 ? between.replace(/ +/g, ' ') : between.slice(rowEnd);
  }
}

/** What the text of a reading puts before each of its lines. */
function partingsOf({ lines, text }: Pick<PageReading, 'lines' | 'text'>): string[] {
  let end = 0;
  return lines.map((line, index) => {
    const start = text.indexOf(line.text, end);
    const parting = text.slice(end, Math.max(start, end));
    if (start >= 0) end = start + line.text.length;
    // Anything else than white space is not what parts two lines.
    const isKnown = start >= 0 && parting.trim() === '' && (parting !== '' || index === 0);
    return isKnown ? parting : '\n';
  });
}
