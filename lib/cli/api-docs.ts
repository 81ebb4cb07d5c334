// `npm run docs`: writes docs/api.md from the table of operations.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiMarkdown } from './api-markdown.ts';
import { projectFolder } from './project.ts';

writeFileSync(join(projectFolder, 'docs/api.md'), apiMarkdown());
