import { readFile } from 'node:fs/promises';

// The processor's own names for multiplying and adding four pairs of 8-bit integers at once.
const DOT_PRODUCTS = /\b(avx512_vnni|avx_vnni)\b/;

let answer: Promise<boolean> | undefined;

/**
 * Whether this processor is known to be quicker in 8-bit integers than in floats. Without such instructions the
 * runtime would add pairs in 16 bits, which overflow, and be hardly quicker. Only Linux tells.
 */
export function hasDotProducts(): Promise<boolean> {
  answer ??= readFile('/proc/cpuinfo', 'utf8').then(tellsOfDotProducts, () => false);
  return answer;
}

export function tellsOfDotProducts(cpuinfo: string): boolean {
  return DOT_PRODUCTS.test(cpuinfo);
}
