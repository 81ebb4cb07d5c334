import { OperatorError } from './operator-error.ts';
import { runTool } from './project.ts';
import { withScratchDatabase } from './with-scratch-database.ts';

/** The SQL that leads from prisma/migrations to prisma/schema; undefined when they agree. */
export function diffMigrationsToSchema(): Promise<string | undefined> {
  return withScratchDatabase(async (url) => diffOnServer(url, 'prisma/migrations', 'prisma/schema'));
}

/** The same for any two folders. The server at `url` lends a database to replay the migrations in. */
export function diffOnServer(url: string, migrations: string, schema: string): string | undefined {
  const folders = ['--from-migrations', migrations, '--to-schema', schema];
  const result = runTool('prisma', ['migrate', 'diff', ...folders, '--script', '--exit-code'], {
    DATABASE_URL: url,
  });
  if (result.exitCode === 0) return undefined;
  // Prisma's word for "not empty".
  if (result.exitCode === 2) return result.stdout;
  throw new OperatorError(`Prisma cannot compare ${migrations} with ${schema}:\n${result.stderr}`);
}
