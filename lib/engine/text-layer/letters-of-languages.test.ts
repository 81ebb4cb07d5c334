import { expect, it } from 'vitest';
import { hasLettersOf } from './letters-of-languages.ts';

it.each([
  ['en', 'Plain English, 42', true],
  ['und-Latn', 'Straße für Ängström', true],
  ['en', 'Договор аренды от 4 мая', false],
  ['ru', 'Договор аренды от 4 мая (PDF)', true],
  ['el', 'Σύμβαση μίσθωσης', true],
  ['zh', '租赁合同 PDF', true],
  ['ja', 'おはようございます日本', true],
  ['zh', 'おはようございます', false],
  ['ko', '안녕하세요', true],
  ['my', 'မင်္ဂလာပါ', true],
  ['en', '12.50', true],
])('tells whether a text is written as %s is: %s', (language, text, isWrittenSo) => {
  expect(hasLettersOf([language], text)).toBe(isWrittenSo);
});
