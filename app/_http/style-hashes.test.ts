import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { styleHashes } from './style-hashes.ts';

it('names the styles that the installed sonner writes into the page', () => {
  const source = readFileSync('node_modules/sonner/dist/index.mjs', 'utf8');
  const [, text = '""'] = /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(source) ?? [];
  const hash = createHash('sha256').update(JSON.parse(text)).digest('base64');
  expect(styleHashes).toContain(`'sha256-${hash}'`);
});
