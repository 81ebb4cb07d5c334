import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const env = {
  // As in the engine's own processes.
  ORT_DISABLE_TELEMETRY: '1',
  LECTERN_SECRET: 'a secret that only the tests know, 32 characters or more',
  LECTERN_DATA_DIR: join(tmpdir(), 'lectern-unit-tests'),
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          env,
          include: ['{app,lib,prisma}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'db',
          env,
          include: ['{app,lib,prisma}/**/*.db.test.ts'],
          globalSetup: 'lib/testing/start-postgres.ts',
          setupFiles: 'lib/testing/own-database.ts',
          // Real processes and databases, on machines that may be busy.
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
