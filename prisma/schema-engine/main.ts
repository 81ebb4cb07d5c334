#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
// Stands in for Prisma's native schema engine, which Prisma would download. The Prisma CLI starts this program
// (PRISMA_SCHEMA_ENGINE_BINARY in prisma.config.ts) and speaks JSON-RPC to the same engine in WebAssembly.
import { parseArgs } from 'node:util';
import { runConnectionCommand } from './connection-commands.ts';
import { serveEngine } from './serve-engine.ts';

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    datasource: { type: 'string', default: '{}' },
    datamodels: { type: 'string', multiple: true, default: [] },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
    version: { type: 'boolean' },
  },
});

const datasource: { url?: string; shadowDatabaseUrl?: string } = JSON.parse(String(values.datasource));

if (values.version) {
  process.stdout.write('schema-engine-cli WebAssembly\n');
} else if (positionals[0] === 'cli') {
  process.exitCode = await runConnectionCommand(String(positionals[1]), datasource.url ?? '');
} else {
  const schemaFiles = Array.isArray(values.datamodels) ? values.datamodels.map(String) : [];
  await serveEngine(datasource.url ?? '', datasource.shadowDatabaseUrl, schemaFiles);
}
