import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateDatabase, startEmbeddedPostgres } from '#lib/cli/index.ts';
import { templateDatabase } from './template-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser access to the run's PostgreSQL. */
    postgresUrl: string;
  }
}

/** Vitest calls it before the database tests: one PostgreSQL for the whole run. Nothing on it outlives the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-test-'));
  const postgres = await startEmbeddedPostgres({
    folder,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  await makeTemplate(postgres.url);
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${templateDatabase} IS_TEMPLATE true`);
  const templateUrl = new URL(url);
  templateUrl.pathname = `/${templateDatabase}`;
  await migrateDatabase(templateUrl.href);
  await client.query(`ALTER DATABASE ${templateDatabase} ALLOW_CONNECTIONS false`);
  await client.end();
}
