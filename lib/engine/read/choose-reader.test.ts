import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePageImage } from '#lib/testing/image-factory.ts';
import { readPage } from '../read-page.ts';

const page = { pageSize: { width: 420, height: 160 }, margin: 30, fontSize: 13 };
const german = [
  'Sehr geehrte Frau Müller,',
  'wir haben die Bücher geprüft und können sie nächste',
  'Woche liefern. Für Rückfragen stehen wir zur Verfügung.',
];
const english = [
  'Dear Ms Miller,',
  'we have looked at the books and can send them to you',
  'in the next week. Do not hesitate to call us.',
];

// Drawn with WenQuanYi Micro Hei and IPA Gothic: the standard fonts of PDF have no such characters.
const chinese = ['感谢您三月十二日的订单。', '我们将在下周三之前发货，', '货款是1284元。'].join('\n');
const japanese = ['ご注文をいただきました。', '来週の水曜日までにお届けします。', '代金は1284円です。'].join(
  '\n',
);

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-languages-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function pictureOf(lines: readonly string[]): Promise<string> {
  const file = join(folder, 'page.png');
  await writeFile(file, await makePageImage(lines, page));
  return file;
}

function fixture(name: string): string {
  return join(import.meta.dirname, 'fixtures', `${name}.png`);
}

describe('a page in a language that is told', { timeout: 60_000 }, () => {
  it('keeps the accents that the English model would drop', async () => {
    const file = await pictureOf(german);
    const [told, untold] = [await readPage(file, 1, { languages: ['und-Latn'] }), await readPage(file, 1)];
    expect(told.text).toContain('können');
    expect(told.text).toContain('Für Rückfragen');
    expect(told.languages).toEqual(['und-Latn']);
    expect(untold.text).not.toMatch(/[äöü]/);
    expect(untold.languages).toEqual(['en']);
  });

  it.each([
    ['chinese', ['zh', 'en'], chinese],
    ['japanese', ['ja'], japanese],
  ])('is read in %s, without spaces between characters', async (name, languages, text) => {
    expect(await readPage(fixture(name), 1, { languages })).toMatchObject({ text, languages });
  });
});

describe('a page of which no language is told', { timeout: 60_000 }, () => {
  it.each([
    ['en', english],
    ['und-Latn', german],
  ])('is found to be in %s', async (language, lines) => {
    const reading = await readPage(await pictureOf(lines), 1, { languages: ['auto'] });
    expect(reading.languages).toEqual([language]);
  });

  it('reads the same as English when it is English', async () => {
    const file = await pictureOf(english);
    const [found, told] = [await readPage(file, 1, { languages: ['auto'] }), await readPage(file, 1)];
    expect(found).toEqual(told);
  });

  it.each([
    ['chinese', ['zh', 'en'], chinese],
    ['japanese', ['ja'], japanese],
  ])('is found to be %s', async (name, languages, text) => {
    expect(await readPage(fixture(name), 1, { languages: ['auto'] })).toMatchObject({ text, languages });
  });
});
