import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { createCatalogPool } from './catalog-pool.ts';
import { executeOnServer, parseDatabaseUrl, withDatabase } from './database-url.ts';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;

/** Connects the engine to the database, and to a shadow database it may fill and empty as it likes. */
export class AdapterFactory extends PrismaPg {
  readonly #url: string;
  readonly #shadowDatabaseUrl: string | undefined;

  constructor(url: string, shadowDatabaseUrl: string | undefined) {
    const { connectionString, schema } = parseDatabaseUrl(url);
    super(createCatalogPool({ connectionString, max: 4 }), { schema, disposeExternalPool: true });
    this.#url = url;
    this.#shadowDatabaseUrl = shadowDatabaseUrl;
  }

  override async connectToShadowDb(): Promise<Adapter> {
    if (this.#shadowDatabaseUrl)
      return connectOnce(parseDatabaseUrl(this.#shadowDatabaseUrl).connectionString);
    const name = `prisma_shadow_${randomUUID()}`;
    await executeOnServer(this.#url, `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
    const adapter = await connectOnce(withDatabase(this.#url, name));
    const disconnect = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await disconnect();
      await executeOnServer(this.#url, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
    };
    return adapter;
  }
}

function connectOnce(connectionString: string): Promise<Adapter> {
  return new PrismaPg(createCatalogPool({ connectionString, max: 1 }), {
    disposeExternalPool: true,
  }).connect();
}
