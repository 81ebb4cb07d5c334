import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createEmptyDatabase } from '#lib/testing/index.ts';
import { migrateDatabase } from './migrate-database.ts';

let url: string;
let folder: string;

beforeEach(async () => {
  const database = await createEmptyDatabase();
  url = database.url;
  folder = await mkdtemp(join(tmpdir(), 'lectern-migrations-'));
  onTestFinished(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });
});

describe('migrateDatabase', () => {
  it('applies the missing migrations in the order of their names, each once', async () => {
    await writeMigration('2_fill', "INSERT INTO note VALUES ('kept')");
    await writeMigration('1_make', 'CREATE TABLE note (body text)');
    expect(await migrateDatabase(url, folder)).toEqual(['1_make', '2_fill']);
    await writeMigration('3_more', "INSERT INTO note VALUES ('added')");
    expect(await migrateDatabase(url, folder)).toEqual(['3_more']);
    expect(await migrateDatabase(url, folder)).toEqual([]);
    expect(await query('SELECT body FROM note ORDER BY body')).toEqual([{ body: 'added' }, { body: 'kept' }]);
  });

  it('applies a migration once when many processes start together', async () => {
    await writeMigration('1_make', 'CREATE TABLE note (body text)');
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrateDatabase(url, folder)));
    expect(applied.flat()).toEqual(['1_make']);
  });

  it('says what to do when an extension of PostgreSQL cannot be had', async () => {
    await writeMigration('1_search', 'CREATE EXTENSION no_such_thing');
    await expect(migrateDatabase(url, folder)).rejects.toThrow(/unchanged\. The search needs.*administrator/);
  });

  it('leaves no trace of a migration that fails half-way, and stops there', async () => {
    await writeMigration('1_bad', 'CREATE TABLE note (body text); SELECT no_such_column');
    await writeMigration('2_good', 'CREATE TABLE other (body text)');
    await expect(migrateDatabase(url, folder)).rejects.toThrow(
      /1_bad cannot be applied.*no_such_column.*unchanged/,
    );
    expect(await query("SELECT to_regclass('note') AS note, to_regclass('other') AS other")).toEqual([
      { note: null, other: null },
    ]);
    await writeMigration('1_bad', 'CREATE TABLE note (body text)');
    expect(await migrateDatabase(url, folder)).toEqual(['1_bad', '2_good']);
  });

  it('refuses a migration that was edited after it was applied', async () => {
    await writeMigration('1_make', 'CREATE TABLE note (body text)');
    await migrateDatabase(url, folder);
    await writeMigration('1_make', 'CREATE TABLE note (body text, title text)');
    await expect(migrateDatabase(url, folder)).rejects.toThrow(/1_make was edited after it was applied/);
  });

  it('refuses a database that a newer program has migrated', async () => {
    await writeMigration('1_make', 'CREATE TABLE note (body text)');
    await writeMigration('2_newer', 'CREATE TABLE other (body text)');
    await migrateDatabase(url, folder);
    await rm(join(folder, '2_newer'), { recursive: true });
    await expect(migrateDatabase(url, folder)).rejects.toThrow(/newer than this program.*2_newer/);
  });

  it('refuses to go on after a migration that Prisma left unfinished', async () => {
    await writeMigration('1_make', 'CREATE TABLE note (body text)');
    await migrateDatabase(url, folder);
    await query('UPDATE "_prisma_migrations" SET finished_at = NULL');
    await expect(migrateDatabase(url, folder)).rejects.toThrow(
      /1_make failed earlier.*prisma migrate resolve/,
    );
  });

  it('names the address of a database that does not answer, and not its password', async () => {
    const failure = await migrateDatabase('postgresql://user:hidden@127.0.0.1:1/none', folder).catch(String);
    expect(failure).toMatch(/127\.0\.0\.1:1.*Check DATABASE_URL/);
    expect(failure).not.toContain('hidden');
  });
});

async function writeMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
