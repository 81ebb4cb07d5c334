// XML 1.0 has no place for these, not even as entities.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text that XML 1.0 can hold, and so the files that are made of it; what it cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, '\ufffd');
}
