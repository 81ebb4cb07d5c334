import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { templateDatabase } from './template-database.ts';

export type TestDatabase = {
  url: string;
  /** Removes the database, also from under open connections. */
  drop(): Promise<void>;
};

/** A database of its own with all migrations applied: a copy of the run's template. For `*.db.test.ts` only. */
export function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase(templateDatabase);
}

/** A database of its own with nothing in it. For `*.db.test.ts` only. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template0');
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // Copying files is quicker than logging every page, and costs a checkpoint that is free without fsync.
  await execute(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => execute(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function execute(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
