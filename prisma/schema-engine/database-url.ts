import pg from 'pg';

/** Splits Prisma's connection URL: `?schema=` is Prisma's own parameter, PostgreSQL does not know it. */
export function parseDatabaseUrl(url: string): {
  connectionString: string;
  schema: string;
  database: string;
} {
  if (url === '') throw new Error('This command needs a database: set DATABASE_URL.');
  const parsed = new URL(url);
  const schema = parsed.searchParams.get('schema') ?? 'public';
  parsed.searchParams.delete('schema');
  return { connectionString: parsed.href, schema, database: decodeURIComponent(parsed.pathname.slice(1)) };
}

export function withDatabase(url: string, database: string): string {
  const parsed = new URL(parseDatabaseUrl(url).connectionString);
  parsed.pathname = `/${encodeURIComponent(database)}`;
  return parsed.href;
}

/** Runs SQL on a connection of its own. */
export async function execute(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** CREATE and DROP DATABASE run from the maintenance database of the same server. */
export async function executeOnServer(url: string, sql: string): Promise<void> {
  await execute(withDatabase(url, 'postgres'), sql);
}
