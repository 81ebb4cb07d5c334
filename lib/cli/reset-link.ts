// `npm run reset-link -- E-MAIL`: the way back in for whoever looks after the installation.
import './require-node.mjs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { loadConfig } from '#lib/platform/config.ts';
import { OperatorError } from './operator-error.ts';
import { runTool } from './project.ts';
import { reportFailure } from './report-failure.ts';
import { withDatabase } from './with-database.ts';

const USAGE = `Usage: npm run reset-link -- E-MAIL [--end-second-factor]

Prints a link with which the person with this address chooses a new password. It works once, for a day.

  --end-second-factor  using it also switches the person's authenticator app off
  --help               this text`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'end-second-factor': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [email] = positionals;
  if (values.help) console.log(USAGE);
  else if (!email || positionals.length > 1) throw new OperatorError(USAGE);
  else await printLink(email, values['end-second-factor']);
} catch (error) {
  reportFailure(error);
}

async function printLink(email: string, endsSecondFactor: boolean): Promise<void> {
  await withDatabase(loadConfig(), async (url) => {
    const args = ['lib/cli/reset-link/print-reset-link.ts', email, endsSecondFactor ? 'yes' : 'no'];
    const { exitCode, stdout, stderr } = runTool('node', args, { DATABASE_URL: url });
    if (exitCode !== 0) throw new OperatorError(stderr.trim());
    process.stdout.write(stdout);
  });
}
