import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '#lib/testing/index.ts';
import { diffOnServer } from './schema-diff.ts';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createEmptyDatabase();
  folder = mkdtempSync(join(tmpdir(), 'lectern-diff-'));
  write('migrations/migration_lock.toml', 'provider = "postgresql"');
  write(
    'migrations/1_make/migration.sql',
    'CREATE TABLE "note" ("id" TEXT NOT NULL, CONSTRAINT "note_pkey" PRIMARY KEY ("id"));',
  );
});

afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

describe('diffOnServer', () => {
  it('finds nothing when the migrations lead to the schema, SQL of their own included', () => {
    write(
      'migrations/2_own/migration.sql',
      'ALTER TABLE "note" ADD CONSTRAINT "short" CHECK (length("id") < 9);',
    );
    writeSchema('');
    expect(diff()).toBeUndefined();
  });

  it('finds what the migrations lack', () => {
    writeSchema('body String');
    expect(diff()).toContain('ALTER TABLE "note" ADD COLUMN     "body" TEXT NOT NULL');
  });

  it('tells a broken migration from one that is missing', () => {
    write('migrations/3_broken/migration.sql', 'CREATE TABLE ();');
    expect(diff).toThrow(/cannot compare[\s\S]*3_broken/);
  });
});

function diff(): string | undefined {
  return diffOnServer(database.url, join(folder, 'migrations'), join(folder, 'schema'));
}

function writeSchema(field: string): void {
  const model = `model note {\n  id String @id\n  ${field}\n}`;
  write('schema/schema.prisma', `datasource db {\n  provider = "postgresql"\n}\n${model}`);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}
