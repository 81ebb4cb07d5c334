import { PrismaPg } from '@prisma/adapter-pg';
import { config } from './config.ts';
import { Prisma, PrismaClient } from './generated/client.ts';
import { createStatementNames } from './statement-names.ts';

export type Database = PrismaClient;
export type Tx = Prisma.TransactionClient;

/** Pieces of SQL with their values, for statements that are put together. */
export type Sql = Prisma.Sql;
export const { sql, join: joinSql, empty: noSql } = Prisma;

/** What a JSON column holds when it is NULL, in writes. */
export const noJson = Prisma.DbNull;

/** A client of its own on `url`; the caller disconnects it. */
export function openDatabase(url: string): Database {
  return new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: url, max: 10 },
      { statementNameGenerator: createStatementNames() },
    ),
    // Any other form quotes our source, with its place on this machine, in every error.
    errorFormat: 'minimal',
  });
}

// `next dev` evaluates modules again on every reload: one pool must outlive them.
const kept = globalThis as typeof globalThis & { lecternDatabase?: Database };

/** This process's client. Only stores, platform and testing may call it. */
export function database(): Database {
  if (!kept.lecternDatabase) {
    const url = config().databaseUrl;
    if (!url)
      throw new Error(
        'DATABASE_URL is not set: start Lectern with `npm start`, or name a PostgreSQL database.',
      );
    kept.lecternDatabase = openDatabase(url);
  }
  return kept.lecternDatabase;
}

/** Runs `work` in one transaction: all of its writes are seen together or not at all. */
export function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database().$transaction(work, { maxWait: 10_000, timeout: 20_000 });
}

/** Ends this process's pool; for orderly shutdown and tests. */
export async function closeDatabase(): Promise<void> {
  await kept.lecternDatabase?.$disconnect();
  delete kept.lecternDatabase;
}
