import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { apiMarkdown } from './api-markdown.ts';
import { projectFolder } from './project.ts';

it('docs/api.md says what the table of operations says; `npm run docs` writes it anew', () => {
  expect(readFileSync(join(projectFolder, 'docs/api.md'), 'utf8')).toBe(apiMarkdown());
});
