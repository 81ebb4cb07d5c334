import { expect, it } from 'vitest';
import { loadPdfium, withMemory } from './pdfium-module.ts';

it('says that memory is lacking instead of lending none, and lends some again afterwards', async () => {
  const pdfium = await loadPdfium();
  expect(() => withMemory(pdfium, 2 ** 32 - 2 ** 20, () => 'lent')).toThrow(
    expect.objectContaining({ code: 'out_of_memory' }),
  );
  expect(withMemory(pdfium, 64, (address) => address)).toBeGreaterThan(0);
});
