import { expect, it } from 'vitest';
import { detailsInWords } from './audit-words.ts';

it('says details as people read them, and leaves out what says nothing', () => {
  const details = { page: 3, folder: null, added: ['a', 'b'], removed: [], keptContent: true, bytes: 2_048 };
  expect(detailsInWords(details)).toBe('Page: 3 · Added: a, b · Kept content: yes · Size: 2.0 kB');
  expect(detailsInWords({})).toBe('');
});
