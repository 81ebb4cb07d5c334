import { existsSync } from 'node:fs';
import { operations } from '#lib/contracts/index.ts';
import { expect, test } from '../fixtures/test.ts';

for (const name of Object.keys(operations))
  test(`${name} has tests of its own`, () => {
    const file = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(existsSync(`${import.meta.dirname}/${file}.spec.ts`), `e2e/api/${file}.spec.ts`).toBe(true);
  });
