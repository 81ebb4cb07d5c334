import { existsSync, readFileSync, statSync } from 'node:fs';
import process from 'node:process';
import { OperatorError } from '../operator-error.ts';

/** The account that PostgreSQL runs as; undefined: the one that started Lectern. */
export type Account = { uid: number; gid: number } | undefined;

/** PostgreSQL refuses to run as root: root lends it the account that owns the cluster, or `nobody` at first. */
export function chooseAccount(clusterFolder: string): Account {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(clusterFolder)) {
    const { uid, gid } = statSync(clusterFolder);
    if (uid !== 0) return { uid, gid };
  }
  const nobody = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody');
  if (nobody) return { uid: Number(nobody[2]), gid: Number(nobody[3]) };
  throw new OperatorError(
    'PostgreSQL does not run as root, and this machine has no account "nobody" to run it as. ' +
      'Start Lectern as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}
