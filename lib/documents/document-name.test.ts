import { expect, it } from 'vitest';
import { documentName } from './document-name.ts';

it.each([
  ['receipt.jpg', 'receipt.jpg'],
  ['C:\\Scans\\March.pdf', 'March.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['two\nlines\t.png', 'two lines .png'],
  ['gpj.\u202eexe', 'gpj. exe'],
  ['U\u0308bersicht.pdf', 'Übersicht.pdf'],
  ['', 'Untitled'],
  ['folder/', 'Untitled'],
  ['..', 'Untitled'],
])('keeps of %j what can be shown and saved', (given, name) => {
  expect(documentName(given)).toBe(name);
});

it('shortens a long name in front of its extension, without tearing a character apart', () => {
  const name = documentName(`${'🙂'.repeat(300)}.pdf`);
  expect([...name]).toHaveLength(200);
  expect(name).toMatch(/^(🙂)+….pdf$/u);
});
