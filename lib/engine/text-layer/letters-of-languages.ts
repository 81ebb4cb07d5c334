// A page in Chinese or Russian holds names and addresses in Latin letters, but not so many.
const MIN_SHARE = 0.5;

/** Scripts that are written together; Unicode gives each letter one. */
const partsOfScripts: Record<string, readonly string[]> = {
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
};

/** Whether most letters of a text are of the scripts that languages (BCP 47) are written in. */
export function hasLettersOf(languages: readonly string[], text: string): boolean {
  const letters = countOf(text, '\\p{L}');
  const scripts = languages.flatMap((code) => {
    const { script = 'Latn' } = new Intl.Locale(code).maximize();
    return partsOfScripts[script] ?? [script];
  });
  const own = countOf(text, `(?=\\p{L})[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]`);
  return own >= MIN_SHARE * letters;
}

function countOf(text: string, pattern: string): number {
  return text.match(new RegExp(pattern, 'gu'))?.length ?? 0;
}
