import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const MARK = '<!-- written by npm run bench -->';

/** Puts the report behind the mark in a page, and keeps what people wrote before it. Without page or mark it adds it. */
export function writeReport(file: string, report: string): void {
  const page = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [before = ''] = page.split(MARK);
  writeFileSync(file, `${before.trimEnd()}\n\n${MARK}\n\n${report}`.trimStart());
}
