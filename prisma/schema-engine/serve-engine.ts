import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { createAdapterFactory } from './adapter-factory.ts';
import { execute, executeOnServer, parseDatabaseUrl } from './database-url.ts';
import { log } from './log.ts';

// The engine calls this when it panics; nothing can be answered after that.
Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => log('ERROR', { message }) },
});

type Request = { id: number; method?: string; params: { [name: string]: unknown; script?: string } };

/** Answers the Prisma CLI's JSON-RPC requests, one per line and one after the other, until it closes stdin. */
export async function serveEngine(url: string, shadowUrl: string | undefined, schemaFiles: string[]) {
  let opening: Promise<SchemaEngine> | undefined;
  const openEngine = () => {
    opening ??= createEngine(url, shadowUrl, schemaFiles);
    return opening;
  };
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const request: Request = JSON.parse(line);
    // A line without a method is the CLI's receipt for "print".
    if (request.method) await answer(request, () => call(openEngine, url, request));
  }
  // The engine keeps its connections: nothing but the end of the process closes them.
  process.exit();
}

function createEngine(url: string, shadowUrl: string | undefined, schemaFiles: string[]) {
  const datamodels = schemaFiles.map((file): [string, string] => [file, readFileSync(file, 'utf8')]);
  return SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(createAdapterFactory(url, shadowUrl)),
  );
}

async function call(
  openEngine: () => Promise<SchemaEngine>,
  url: string,
  request: Request,
): Promise<unknown> {
  const { connectionString, database } = parseDatabaseUrl(url);
  const { method = '', params } = request;
  // The native engine does these without a session; the WebAssembly build lacks them.
  if (method === 'createDatabase') {
    await executeOnServer(url, `CREATE DATABASE ${pg.escapeIdentifier(database)}`);
    return { databaseName: database };
  }
  if (method === 'ensureConnectionValidity') return execute(connectionString, 'SELECT 1').then(() => ({}));
  if (method === 'dbExecute') return execute(connectionString, String(params.script));

  const engine = await openEngine();
  if (method === 'getDatabaseVersion') return engine.version();
  if (method === 'evaluateDataLoss' || method === 'createMigration') await openShadowDatabase(engine, params);
  const operation: unknown = Reflect.get(engine, method);
  if (typeof operation !== 'function') throw new Error(`The schema engine knows no method "${method}".`);
  const result = await Reflect.apply(operation, engine, [params]);
  if (method === 'diff' && result.stdout)
    send({ id: request.id, method: 'print', params: { content: result.stdout } });
  return result;
}

/** The WebAssembly engine opens the shadow database only while it diagnoses, and then keeps it. */
function openShadowDatabase(engine: SchemaEngine, params: Request['params']) {
  const diagnose: unknown = Reflect.get(engine, 'diagnoseMigrationHistory');
  const { migrationsList, filters } = params;
  const request = { migrationsList, filters, optInToShadowDatabase: true };
  return typeof diagnose === 'function' ? Reflect.apply(diagnose, engine, [request]) : undefined;
}

async function answer(request: Request, run: () => Promise<unknown>): Promise<void> {
  try {
    send({ id: request.id, result: (await run()) ?? null });
  } catch (error) {
    send({ id: request.id, error: describeError(error) });
  }
}

function describeError(error: unknown) {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const meta = error instanceof Error && 'meta' in error ? error.meta : null;
  const known = /^P\d{4}$/.test(code) ? { error_code: code } : {};
  return { code: 4466, message, data: { is_panic: false, message, meta, ...known } };
}

function send(message: object): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}
