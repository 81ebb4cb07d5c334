export { findFreePort } from './embedded-postgres/port.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded-postgres/start-embedded-postgres.ts';
export { migrateDatabase } from './migrate-database.ts';
