import pg from 'pg';

// Types of PostgreSQL's catalogue that @prisma/adapter-pg does not know, and what they are read as:
// "char" and name as text, "char"[] and name[] as text[].
const readAs = new Map([
  [18, 25],
  [19, 25],
  [1002, 1009],
  [1003, 1009],
]);

/** A pool whose results name only column types that Prisma's adapter understands. */
export function createCatalogPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(options);
  pool.on('connect', (client) => {
    client.connection.prependListener('rowDescription', ({ fields }: { fields: pg.FieldDef[] }) => {
      for (const field of fields) field.dataTypeID = readAs.get(field.dataTypeID) ?? field.dataTypeID;
    });
  });
  return pool;
}
