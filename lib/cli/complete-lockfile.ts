// `npm run lockfile`, after every change of packages: a registry that serves one platform only makes npm leave the
// optional packages of the others out of package-lock.json, and `npm ci` then refuses the file. This adds them.
import './require-node.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lockfile, missingOptionalPackages } from './lockfile.ts';
import { projectFolder } from './project.ts';

const file = join(projectFolder, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as Lockfile;
const missing = missingOptionalPackages(lock);
const packages = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) =>
  a.localeCompare(b, 'en'),
);
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
console.log(`Added ${Object.keys(missing).length} packages of other platforms.`);
