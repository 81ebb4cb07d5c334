// `npm start`, `npm run dev`, `npm run web`, `npm run worker`.
import './require-node.mjs';
import { parseArgs } from 'node:util';
import { loadConfig } from '#lib/platform/config.ts';
import { OperatorError } from './operator-error.ts';
import { ensureProductionBuild } from './production-build.ts';
import { reportFailure } from './report-failure.ts';
import { webProgram, workerProgram } from './supervisor/programs.ts';
import { reloadOnChange } from './supervisor/reload-on-change.ts';
import { runOne } from './supervisor/run-one.ts';
import { supervise } from './supervisor/supervise.ts';

try {
  const { only, dev } = readArguments();
  if (only) await runOne(only);
  else await startEverything(dev);
} catch (error) {
  reportFailure(error);
}

function readArguments(): { only: 'web' | 'worker' | undefined; dev: boolean } {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, dev: { type: 'boolean', default: false } },
  });
  const { only, dev } = values;
  if (only === undefined || only === 'web' || only === 'worker') return { only, dev };
  throw new OperatorError(`There is no process "${only}": --only takes web or worker.`);
}

async function startEverything(dev: boolean): Promise<void> {
  const config = loadConfig();
  await supervise({
    config,
    prepare: async (signal) => {
      if (!dev) await ensureProductionBuild(signal);
    },
    programs: (databaseUrl) => [
      webProgram(config, databaseUrl, dev),
      workerProgram(config, databaseUrl, dev),
    ],
    onReady: (running) => {
      const worker = running.get('worker');
      return dev && worker ? reloadOnChange(worker) : () => {};
    },
  });
}
