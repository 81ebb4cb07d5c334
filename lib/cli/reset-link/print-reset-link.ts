// Started by `npm run reset-link`, with the database as DATABASE_URL: prints a link for the address that is given.
import process from 'node:process';
import { operatorScope } from '#lib/access/index.ts';
import { makeResetLink } from '#lib/accounts/index.ts';
import { closeDatabase, NotFound } from '#lib/platform/index.ts';

const [email = '', endsSecondFactor] = process.argv.slice(2);
try {
  const asked = { person: { email: email.toLowerCase() }, endsSecondFactor: endsSecondFactor === 'yes' };
  const { link, expiresAt } = await makeResetLink(operatorScope(), asked);
  console.log(`For ${email}, once, until ${expiresAt.toISOString()}:\n${link}`);
} catch (error) {
  if (!(error instanceof NotFound)) throw error;
  console.error(`Nobody here has the e-mail address ${email}.`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
