// What dependency-rules.cjs and Biome cannot see; docs/architecture.md has the reasons.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '../..');
const files = globSync('{app,lib,prisma,e2e}/**/*.{ts,tsx}', { cwd: project })
  .filter((file) => !file.startsWith('lib/platform/generated/'))
  .map((path) => ({ path, source: readFileSync(resolve(project, path), 'utf8') }));
const isTest = (path: string) => /\.(test|spec)\.tsx?$|^e2e\/|^lib\/testing\//.test(path);

describe('the house', () => {
  it('keeps every file below 301 lines', () => {
    const long = files.filter(({ source }) => source.trimEnd().split('\n').length > 300);
    expect(paths(long)).toEqual([]);
  });

  it('has no drawers', () => {
    const drawer = /^(utils?|helpers?|types?|common|misc|shared)\.(ts|tsx)$/;
    expect(paths(files.filter(({ path }) => drawer.test(basename(path))))).toEqual([]);
  });

  it('gives every folder of lib a front door', () => {
    const folders = globSync('lib/*/', { cwd: project }).filter(
      (folder) => !/^lib\/(contracts|worker)\/?$/.test(folder),
    );
    expect(folders.length).toBeGreaterThan(5);
    expect(folders.filter((folder) => !existsSync(resolve(project, folder, 'index.ts')))).toEqual([]);
  });

  it("exports nothing but async functions from a 'use server' file: each export is a public endpoint", () => {
    const actions = files.filter(({ source }) => /^['"]use server['"]/m.test(source));
    const offenders = actions.flatMap(({ path, source }) =>
      otherExports(source).map((line) => `${path}: ${line}`),
    );
    expect(offenders).toEqual([]);
  });

  it("keeps 'use server' out of functions: actions are found in actions.ts", () => {
    const inline = files.filter(
      ({ path, source }) => !isTest(path) && /^\s+['"]use server['"]/m.test(source),
    );
    expect(paths(inline)).toEqual([]);
  });
});

/** Types vanish before the server sees them. */
function otherExports(source: string): string[] {
  const lines = source.split('\n').filter((line) => /^export\b/.test(line));
  return lines.filter((line) => !/^export (async function|type|interface) /.test(line));
}

function paths(found: { path: string }[]): string[] {
  return found.map(({ path }) => path).sort();
}
