import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('the weights are byte for byte what their notice says', () => {
  const notice = readFileSync(join(import.meta.dirname, 'NOTICE'), 'utf8');
  const told = [...notice.matchAll(/^(\S+) +\S+ +([0-9a-f]{64})$/gm)].map(([, file, hash]) => [file, hash]);
  const weights = readdirSync(import.meta.dirname).filter((file) => /\.onnx$|dict\.txt$/.test(file));
  const found = weights.map((file) => {
    const bytes = readFileSync(join(import.meta.dirname, file));
    return [file, createHash('sha256').update(bytes).digest('hex')];
  });
  expect(told).toEqual(found);
});
