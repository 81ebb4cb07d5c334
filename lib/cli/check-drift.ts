// `npm run drift`: the migrations must lead to the schema that the code is written for.
import process from 'node:process';
import { reportFailure } from './report-failure.ts';
import { diffMigrationsToSchema } from './schema-diff.ts';

try {
  const difference = await diffMigrationsToSchema();
  if (difference) {
    console.error('prisma/schema and prisma/migrations disagree. Missing from the migrations:\n');
    console.error(difference.trim());
    console.error('\nRun `npm run db:new-migration -- <name>`.');
    process.exitCode = 1;
  } else {
    console.log('prisma/migrations lead to prisma/schema.');
  }
} catch (error) {
  reportFailure(error);
}
