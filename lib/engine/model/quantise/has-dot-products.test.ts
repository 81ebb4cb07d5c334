import { expect, it } from 'vitest';
import { tellsOfDotProducts } from './has-dot-products.ts';

it.each([
  ['flags : fma avx2 avx512f avx512_vnni avx512_bitalg', true],
  ['flags : fma avx2 avx_vnni', true],
  ['flags : fma avx2 avx512f avx512vbmi', false],
  ['Features : fp asimd asimddp', false],
])('finds the dot products of a processor in "%s": %s', (cpuinfo, expected) => {
  expect(tellsOfDotProducts(cpuinfo)).toBe(expected);
});
