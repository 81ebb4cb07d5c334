import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { OperatorError } from './operator-error.ts';

export const migrationsFolder = resolve(import.meta.dirname, '../../prisma/migrations');

type Migration = { name: string; sql: string; checksum: string };
type AppliedMigration = { migration_name: string; checksum: string; finished_at: Date | null };

const EXTENSION_ADVICE =
  "The search needs PostgreSQL's contrib package; let an administrator of the database run " +
  '`CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent;` in it once, or give its user the right to create.';

// Prisma's migration engine takes the same lock, so that nobody migrates beside us.
const prismaMigrationLock = 72_707_369;

/**
 * Applies the migrations that the database does not have yet, each in a transaction of its own, and returns
 * their names. Keeps Prisma's own bookkeeping, so that `prisma migrate` works on the same database. Safe to run
 * at the same time from many processes and to repeat.
 * @throws OperatorError when the database and the migrations do not fit together.
 */
export async function migrateDatabase(url: string, folder = migrationsFolder): Promise<string[]> {
  const migrations = readMigrations(folder);
  const client = new pg.Client({ connectionString: url });
  await connect(client);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaMigrationLock]);
    await createBookkeeping(client);
    const pending = findPending(migrations, await readApplied(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function connect(client: pg.Client): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(
      `The database at ${client.host}:${client.port} does not let Lectern in: ${reason || 'no answer'}. Check DATABASE_URL.`,
      { cause: error },
    );
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** The table as Prisma 7 makes it. */
async function createBookkeeping(client: pg.Client): Promise<void> {
  await client.query(`
    CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
      "id" VARCHAR(36) PRIMARY KEY NOT NULL,
      "checksum" VARCHAR(64) NOT NULL,
      "finished_at" TIMESTAMPTZ,
      "migration_name" VARCHAR(255) NOT NULL,
      "logs" TEXT,
      "rolled_back_at" TIMESTAMPTZ,
      "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
      "applied_steps_count" INTEGER NOT NULL DEFAULT 0
    )`);
}

async function readApplied(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  );
  return rows;
}

function findPending(migrations: Migration[], applied: AppliedMigration[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished_at: finishedAt } of applied) {
    const migration = known.get(name);
    if (!migration) {
      throw new OperatorError(
        `The database is newer than this program: it has the migration ${name}, which is unknown here. ` +
          'Start the newer Lectern, or restore a backup from before the update.',
      );
    }
    if (!finishedAt) {
      throw new OperatorError(
        `The migration ${name} failed earlier. Repair the database, then run ` +
          `\`npx prisma migrate resolve --applied ${name}\` or \`--rolled-back ${name}\`.`,
      );
    }
    if (checksum !== migration.checksum) {
      throw new OperatorError(
        `The migration ${name} was edited after it was applied. Restore its file and add a new migration instead.`,
      );
    }
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !done.has(name));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    const reason = error instanceof Error ? error.message : String(error);
    const advice = /extension/.test(reason) ? ` ${EXTENSION_ADVICE}` : '';
    throw new OperatorError(
      `The migration ${name} cannot be applied: ${reason}. The database is unchanged.${advice}`,
      { cause: error },
    );
  }
}
