// `npm run seed`: puts the demo data of prisma/seed.ts into DATABASE_URL, or into the data folder's own database.
import './require-node.mjs';
import { loadConfig } from '#lib/platform/config.ts';
import { migrateDatabase } from './migrate-database.ts';
import { OperatorError } from './operator-error.ts';
import { runTool } from './project.ts';
import { reportFailure } from './report-failure.ts';
import { withDatabase } from './with-database.ts';

try {
  const config = loadConfig();
  await withDatabase(config, async (url) => {
    await migrateDatabase(url);
    const { exitCode, stdout, stderr } = runTool('node', ['prisma/seed.ts'], { DATABASE_URL: url });
    if (exitCode !== 0) throw new OperatorError(`The demo data could not be written:\n${stderr.trim()}`);
    console.log(stdout.trim());
  });
} catch (error) {
  reportFailure(error);
}
