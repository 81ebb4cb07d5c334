import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

export type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Options = { connectionString: string; maxConnections: number; schema?: string };

// Types of PostgreSQL's catalogue that @prisma/adapter-pg does not know, and their nearest known ones.
const charType = 18;
const readAs = new Map([
  [charType, 25],
  [1003, 1009],
]);

/** Connects Prisma's adapter so that it can read PostgreSQL's own catalogue, as the schema engine must. */
export async function connectCatalogAdapter({
  connectionString,
  maxConnections,
  schema,
}: Options): Promise<Adapter> {
  const pool = new pg.Pool({ connectionString, max: maxConnections });
  const charColumns = new Set<string>();
  pool.on('connect', (client) => {
    client.connection.prependListener('rowDescription', ({ fields }: { fields: pg.FieldDef[] }) => {
      for (const field of fields) {
        if (field.dataTypeID === charType) charColumns.add(field.name);
        field.dataTypeID = readAs.get(field.dataTypeID) ?? field.dataTypeID;
      }
    });
  });
  const options = { disposeExternalPool: true, ...(schema ? { schema } : {}) };
  return markCharacters(await new PrismaPg(pool, options).connect(), charColumns);
}

/** The engine insists on a type of its own for single characters, which the adapter never names. */
function markCharacters(adapter: Adapter, charColumns: Set<string>): Adapter {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const columnTypes = result.columnTypes.map((type, index) =>
      charColumns.has(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  return adapter;
}
