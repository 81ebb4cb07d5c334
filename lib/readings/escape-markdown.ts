// What begins emphasis, code, links, HTML, strikes or cells, anywhere; `&` only where it begins an entity.
const ANYWHERE = /[\\`*_[\]<>|~]|&(?=#?\w+;)/g;
// What makes a heading, a list or an underlined heading of a line that it begins.
const AT_START = /^(?:([#+=-])|(\d+)([.)])(?=\s|$))/;

/** Text as a line of CommonMark that shows exactly this text. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(ANYWHERE, '\\$&')
    .replace(AT_START, (_, sign: string | undefined, digits: string, stop: string) =>
      sign ? `\\${sign}` : `${digits}\\${stop}`,
    );
}
