import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// Without this the Prisma CLI downloads a native engine for every command, `generate` included.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL('./prisma/schema-engine/main.ts', import.meta.url),
);

// Prisma would look for updates and report its use.
process.env.CHECKPOINT_DISABLE ??= '1';

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
