import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { explainFailure } from './explain-failure.ts';

export const superuser = 'lectern';

/**
 * How a PostgreSQL program started inside `folder` is told to use it. Under another account the parents of the
 * folder may be closed (a private home); this link needs no way through them.
 */
export function folderArgument(folder: string, account: Account): string {
  return account && process.platform === 'linux' ? '/proc/self/cwd' : folder;
}

/** PostgreSQL's programs get nothing of our environment; NODE_ENV is there because Next's types ask for it. */
export const programEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** Makes the database files unless they exist. Killed half-way it leaves a draft, which the next start replaces. */
export function ensureCluster(folder: string, cluster: string, binaries: Binaries, account: Account): string {
  const passwordFile = join(folder, 'password');
  if (!existsSync(passwordFile)) {
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  if (!existsSync(cluster)) {
    const draft = `${cluster}.draft`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    if (account) chownSync(draft, account.uid, account.gid);
    initialize(draft, passwordFile, binaries, account);
    renameSync(draft, cluster);
  }
  return readFileSync(passwordFile, 'utf8').trim();
}

function initialize(draft: string, passwordFile: string, binaries: Binaries, account: Account): void {
  const options = [
    ...['-D', folderArgument(draft, account), '-U', superuser],
    ...['--auth=scram-sha-256', '--pwfile=/dev/fd/3', '--encoding=UTF8'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
  ];
  // Handed over open, for PostgreSQL's account cannot walk to the file; it opens the descriptor once more.
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const descriptor = openSync(passwordFile, 'r');
  try {
    const { status, stderr, error } = spawnSync(binaries.initdb, options, {
      ...account,
      cwd: draft,
      env: programEnvironment,
      stdio: ['ignore', 'ignore', 'pipe', descriptor],
    });
    if (status !== 0) throw explainFailure(error?.message ?? stderr.toString(), draft);
  } finally {
    closeSync(descriptor);
    if (account) chownSync(passwordFile, 0, 0);
  }
}
