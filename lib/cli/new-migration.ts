// `npm run db:new-migration -- <name> [--empty]`: writes the step from the last migration to prisma/schema.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { migrationsFolder } from './migrate-database.ts';
import { OperatorError } from './operator-error.ts';
import { projectFolder } from './project.ts';
import { reportFailure } from './report-failure.ts';
import { diffMigrationsToSchema } from './schema-diff.ts';

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { empty: { type: 'boolean', default: false } },
  });
  const name = positionals.join('_').toLowerCase().replaceAll('-', '_');
  if (!/^[a-z0-9_]+$/.test(name)) {
    throw new OperatorError(
      'Name the migration in letters, digits and "_": npm run db:new-migration -- add_tags',
    );
  }
  keepProviderFile();
  const sql = await diffMigrationsToSchema();
  if (!sql && !values.empty) {
    throw new OperatorError(
      'prisma/schema has not changed since the last migration. ' +
        'For SQL that Prisma cannot express, add --empty and write it into the file.',
    );
  }
  const folder = join(migrationsFolder, `${timestamp(new Date())}_${name}`);
  mkdirSync(folder);
  const file = join(folder, 'migration.sql');
  writeFileSync(file, sql ?? '');
  console.log(`Wrote ${relative(projectFolder, file)}. Read it before you commit it.`);
} catch (error) {
  reportFailure(error);
}

/** Prisma's own commands want it beside the migrations. */
function keepProviderFile(): void {
  const file = join(migrationsFolder, 'migration_lock.toml');
  mkdirSync(migrationsFolder, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, 'provider = "postgresql"\n');
}

/** Prisma's form: the folder names sort by age. */
function timestamp(now: Date): string {
  return now.toISOString().replaceAll(/\D/g, '').slice(0, 14);
}
