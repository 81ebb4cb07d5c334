import { Parser } from 'htmlparser2';
import { LayoutProblem } from './layout-file.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What is met on the way through a file, in its order. Each `open` has its `close`. */
export type MarkupEvents = {
  /** Names come without their prefix. `fail` ends the reading and names the element and its line. */
  open(name: string, attributes: Attributes, fail: (problem: string) => never): void;
  close(name: string): void;
  text(text: string): void;
};

const MAX_DEPTH = 200;

/**
 * Goes through XML or HTML from its beginning to its end. Nothing is fetched, and entities that a file defines are not
 * expanded: a file that defines some is refused. @throws LayoutProblem
 */
export function walkMarkup(text: string, kind: 'xml' | 'html', events: MarkupEvents): void {
  if (/<!ENTITY/i.test(text))
    throw new LayoutProblem('The file defines entities of its own, which are not read.');
  const lineAt = lineCounter(text);
  const open: string[] = [];
  let isJustOpen = false;

  function failAt(name: string, problem: string): never {
    throw new LayoutProblem(`Line ${lineAt(parser.startIndex)}, <${name}>: ${problem}`);
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open.push(name);
        isJustOpen = true;
        if (open.length > MAX_DEPTH) failAt(name, `elements are nested more than ${MAX_DEPTH} deep.`);
        events.open(localName(name), attributes, (problem) => failAt(name, problem));
      },
      onclosetag(name, isImplied) {
        open.pop();
        const closesItself = isJustOpen && text[parser.endIndex - 1] === '/';
        isJustOpen = false;
        // HTML may leave out ends.
        if (isImplied && !closesItself && kind === 'xml') failAt(name, 'the element is not closed.');
        events.close(localName(name));
      },
      ontext: events.text,
    },
    { xmlMode: kind === 'xml', recognizeSelfClosing: true, decodeEntities: true },
  );
  parser.end(text);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The number of the line at a place; places are asked for from the front to the back. */
function lineCounter(text: string): (index: number) => number {
  let line = 1;
  let from = 0;
  return (index) => {
    for (let at = text.indexOf('\n', from); at >= 0 && at < index; at = text.indexOf('\n', from)) {
      line += 1;
      from = at + 1;
    }
    return line;
  };
}
