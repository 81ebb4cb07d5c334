// `npm run db:migrate`: applies the pending migrations to DATABASE_URL, or to the data folder's own database.
import './require-node.mjs';
import { loadConfig } from '#lib/platform/config.ts';
import { migrateDatabase } from './migrate-database.ts';
import { reportFailure } from './report-failure.ts';
import { withDatabase } from './with-database.ts';

try {
  const applied = await withDatabase(loadConfig(), (url) => migrateDatabase(url));
  console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.');
} catch (error) {
  reportFailure(error);
}
