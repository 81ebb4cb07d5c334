import { expect, it } from 'vitest';
import { localPath } from './local-path.ts';

it('keeps a path of this site with its question', () => {
  expect(localPath('/team/documents/abc?page=3')).toBe('/team/documents/abc?page=3');
});

it.each([
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '/\\elsewhere.example/',
  '/\t/elsewhere.example/',
  '/.//elsewhere.example/',
  '/a/..//elsewhere.example/',
  '/./\\elsewhere.example/',
  'javascript:alert(1)',
  '',
  undefined,
  ['/a', '/b'],
])('never leads away from this site: %s', (next) => {
  expect(localPath(next)).toBe('/');
});
