import { randomUUID } from 'node:crypto';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { type Adapter, connectCatalogAdapter } from './catalog-adapter.ts';
import { executeOnServer, parseDatabaseUrl, withDatabase } from './database-url.ts';

/** Connects the engine to the database, and to a shadow database that it may fill and empty as it likes. */
export function createAdapterFactory(
  url: string,
  shadowDatabaseUrl: string | undefined,
): SqlMigrationAwareDriverAdapterFactory {
  const { connectionString, schema } = parseDatabaseUrl(url);
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connectCatalogAdapter({ connectionString, maxConnections: 4, schema }),
    connectToShadowDb: () => (shadowDatabaseUrl ? connectOnce(shadowDatabaseUrl) : connectToNewDatabase(url)),
  };
}

/** The database lives as long as the connection. */
async function connectToNewDatabase(url: string): Promise<Adapter> {
  const name = `prisma_shadow_${randomUUID()}`;
  await executeOnServer(url, `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  const adapter = await connectOnce(withDatabase(url, name));
  const disconnect = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await disconnect();
    await executeOnServer(url, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
  };
  return adapter;
}

function connectOnce(url: string): Promise<Adapter> {
  return connectCatalogAdapter({
    connectionString: parseDatabaseUrl(url).connectionString,
    maxConnections: 1,
  });
}
