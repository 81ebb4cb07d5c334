import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Lockfile, missingOptionalPackages } from './lockfile.ts';
import { projectFolder } from './project.ts';

describe('a lock file', () => {
  it('gets the optional packages it names and does not hold, with their platforms', () => {
    const packages = {
      'node_modules/tool': {
        dev: true,
        optionalDependencies: {
          '@tool/linux-x64-musl': '1.2.3',
          '@tool/linux-x64-gnu': '1.2.3',
          fsevents: '~2.3.2',
        },
      },
      'node_modules/@tool/linux-x64-gnu': { version: '1.2.3' },
    };
    expect(missingOptionalPackages({ packages })).toEqual({
      'node_modules/@tool/linux-x64-musl': {
        version: '1.2.3',
        os: ['linux'],
        cpu: ['x64'],
        libc: ['musl'],
        dev: true,
        optional: true,
      },
    });
  });

  it('finds packages in the folder of the one that needs them and in every folder above', () => {
    const packages = {
      'node_modules/a/node_modules/b': { optionalDependencies: { '@c/darwin-x64': '1.0.0' } },
      'node_modules/a/node_modules/@c/darwin-x64': { version: '1.0.0' },
    };
    expect(missingOptionalPackages({ packages })).toEqual({});
  });

  it('of this project is complete, or `npm ci` refuses it: run `npm run lockfile`', () => {
    const lock = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')) as Lockfile;
    expect(Object.keys(missingOptionalPackages(lock))).toEqual([]);
  });
});
