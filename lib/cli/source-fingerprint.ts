import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['app/**/*', 'lib/**/*', 'prisma/schema/**/*', 'public/**/*'];
const settings = [
  '*.config.mjs',
  'instrumentation*.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
// None of these ends up in the portal.
const unrelated = /\.test\.tsx?$|^lib\/(cli|testing|worker)\//;

/** Changes whenever a file changes that the portal is built from, in `folder` with package.json. */
export function fingerprintSource(folder: string): string {
  const hash = createHash('sha256');
  const files = globSync([...sources, ...settings], { cwd: folder }).filter((file) => !unrelated.test(file));
  for (const file of files.sort()) {
    const path = join(folder, file);
    if (statSync(path).isFile()) hash.update(`${file}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}
