// `npm run rotate-secrets`: seals everything anew that one of LECTERN_FORMER_SECRETS has sealed.
import './require-node.mjs';
import { loadConfig } from '#lib/platform/config.ts';
import { OperatorError } from './operator-error.ts';
import { reportFailure } from './report-failure.ts';
import { resealDatabase } from './rotate-secrets/reseal-database.ts';
import { withDatabase } from './with-database.ts';

try {
  const config = loadConfig();
  if (config.formerSecrets.length === 0) {
    throw new OperatorError(
      'LECTERN_FORMER_SECRETS is not set. Name the secret you had there, and the new one in LECTERN_SECRET.',
    );
  }
  const { resealed, unreadable } = await withDatabase(config, (url) => resealDatabase(url, config));
  console.log(`Sealed anew: ${resealed}.`);
  if (unreadable > 0)
    console.log(
      `Left as they were: ${unreadable}, sealed with a secret that was not named. They open no more.`,
    );
} catch (error) {
  reportFailure(error);
}
