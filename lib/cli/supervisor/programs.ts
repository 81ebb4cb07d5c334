import { join } from 'node:path';
import type { Config } from '#lib/platform/config.ts';
import { projectFolder } from '../project.ts';
import type { Program } from './program.ts';

// Next's greeting; the supervisor says where to go once everything is ready.
const nextBanner = /^\s*(▲|✓|- Local:|- Network:|$)/;

// Clients of the predictions API keep a connection while they wait up to a minute (contract 1.7).
const keepAlive = ['--keepAliveTimeout', '70000'];

/** Next.js: pages, actions and `/v1`. */
export function webProgram(config: Config, databaseUrl: string, dev: boolean): Program {
  const next = join(projectFolder, 'node_modules/next/dist/bin/next');
  return {
    name: 'web',
    nodeArguments: [next, ...(dev ? ['dev'] : ['start', ...keepAlive]), '--port', String(config.port)],
    environment: programEnvironment(config, databaseUrl, dev),
    ...(dev ? {} : { hiddenOutput: nextBanner }),
  };
}

/** Runs the tasks of the queue. */
export function workerProgram(config: Config, databaseUrl: string, dev: boolean): Program {
  return {
    name: 'worker',
    nodeArguments: [join(projectFolder, 'lib/worker/main.ts')],
    environment: programEnvironment(config, databaseUrl, dev),
  };
}

function programEnvironment(config: Config, databaseUrl: string, dev: boolean): NodeJS.Dict<string> {
  return {
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(config.port),
    ...(config.hasPublicUrl ? { PUBLIC_URL: config.publicUrl } : {}),
    NEXTAUTH_URL: config.publicUrl,
    DATABASE_URL: databaseUrl,
    LECTERN_SECRET: config.secret,
    LECTERN_DATA_DIR: config.dataDir,
  };
}
