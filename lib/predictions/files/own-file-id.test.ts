import { expect, it } from 'vitest';
import { ownFileId } from './pin-files.ts';

const hosts = ['ocr.example.org', 'localhost:3000'];

it.each([
  ['https://ocr.example.org/v1/files/abc', 'abc'],
  ['http://localhost:3000/v1/files/abc', 'abc'],
  ['https://ocr.example.org/v1/files/abc/download?owner=team&expiry=1&signature=x', 'abc'],
  ['HTTPS://OCR.example.org/v1/files/abc?x=1', 'abc'],
])('%s is recognised as a file of this service', (url, id) => {
  expect(ownFileId(url, hosts)).toBe(id);
});

it.each([
  'https://example.org/v1/files/abc',
  'http://localhost:3001/v1/files/abc',
  'https://ocr.example.org/v1/files/abc/other',
  'https://ocr.example.org/v1/files/',
  'https://ocr.example.org/p/abc',
  'data:text/plain,https://ocr.example.org/v1/files/abc',
  'hello',
])('%s is not taken for a file of this service', (url) => {
  expect(ownFileId(url, hosts)).toBeUndefined();
});
