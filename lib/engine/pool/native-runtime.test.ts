import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { importFailure } from './native-runtime.ts';

function failureOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

it('names the platform when an add-on is missing or does not fit', () => {
  const missing = failureOf(() => createRequire(import.meta.url)('./bin/other-platform.node'));
  const unfit = failureOf(() => process.dlopen({ exports: {} }, import.meta.filename));
  for (const error of [missing, unfit]) {
    expect(importFailure(error)).toMatchObject({
      code: 'no_runtime',
      message: expect.stringContaining(`${process.platform} ${process.arch}`),
      cause: error,
    });
  }
});

it('leaves every other error as it is', () => {
  const mistake = new TypeError('ours');
  expect(importFailure(mistake)).toBe(mistake);
});
