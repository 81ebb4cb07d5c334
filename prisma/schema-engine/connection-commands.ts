import pg from 'pg';
import { execute, executeOnServer, parseDatabaseUrl } from './database-url.ts';
import { log } from './log.ts';

const prismaErrorCodes = new Map([
  ['28P01', 'P1000'],
  ['ECONNREFUSED', 'P1001'],
  ['3D000', 'P1003'],
  ['42P04', 'P1009'],
]);

/** `schema-engine cli <command>`: what the Prisma CLI asks before it opens a session. Returns the exit code. */
export async function runConnectionCommand(command: string, url: string): Promise<number> {
  // The Prisma CLI skips the first line of the log.
  log('INFO', { message: 'Starting the schema engine' });
  try {
    await run(command, url);
    return 0;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const message = error instanceof Error ? error.message : String(error);
    log('ERROR', { is_panic: false, message, error_code: prismaErrorCodes.get(code) ?? 'P1011', meta: {} });
    return 1;
  }
}

async function run(command: string, url: string): Promise<void> {
  const { connectionString, database } = parseDatabaseUrl(url);
  const name = pg.escapeIdentifier(database);
  switch (command) {
    case 'can-connect-to-database':
      return execute(connectionString, 'SELECT 1');
    case 'create-database':
      return executeOnServer(url, `CREATE DATABASE ${name}`);
    case 'drop-database':
      return executeOnServer(url, `DROP DATABASE IF EXISTS ${name}`);
    default:
      throw new Error(`The schema engine knows no command "${command}".`);
  }
}
