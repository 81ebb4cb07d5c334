import type { Person } from '#lib/contracts/index.ts';

/** The name that is being written at the caret after an @, in lower case; null where none is. */
export function nameBeingWritten(textBeforeCaret: string): string | null {
  return /(?:^|[\s(])@([^@\n]{0,40})$/u.exec(textBeforeCaret)?.[1]?.toLowerCase() ?? null;
}

/** People whose name, or a part of it, begins so. */
export function peopleCalled<Somebody extends Person>(
  people: readonly Somebody[],
  beginning: string,
): Somebody[] {
  return people.filter(({ name }) => {
    const lower = name.toLowerCase();
    return lower.startsWith(beginning) || lower.split(' ').some((part) => part.startsWith(beginning));
  });
}

export type TextPart = { text: string; person?: Person };

/** The text in pieces, those that mention somebody apart; where one name begins another, the longer one counts. */
export function partsOf(text: string, people: readonly Person[]): TextPart[] {
  const longestFirst = people.toSorted((one, other) => other.name.length - one.name.length);
  const parts: TextPart[] = [];
  let rest = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const person = longestFirst.find(({ name }) => isNamedAt(text, at + 1, name));
    if (!person) continue;
    const end = at + 1 + person.name.length;
    if (at > rest) parts.push({ text: text.slice(rest, at) });
    parts.push({ text: text.slice(at, end), person });
    rest = end;
  }
  if (rest < text.length) parts.push({ text: text.slice(rest) });
  return parts;
}

/** Ids of everybody who is mentioned. People of the same name are all meant. */
export function mentionedIn(text: string, people: readonly Person[]): string[] {
  const names = new Set(partsOf(text, people).flatMap(({ person }) => (person ? [person.name] : [])));
  return people.filter(({ name }) => names.has(name)).map(({ id }) => id);
}

function isNamedAt(text: string, at: number, name: string): boolean {
  return name !== '' && text.startsWith(name, at) && !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length));
}
