import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment, projectFolder } from '../project.ts';
import type { Tally } from './tally.ts';

/** One command of a test run, its output streamed. */
export type Step = {
  name: string;
  command: string[];
  environment?: NodeJS.Dict<string>;
  /** For a runner that writes a report; without one the command counts as a single check. */
  readReport?: (json: string) => Tally;
};

/** Stands in a step's command and environment for the file that the runner writes its report to. */
export const reportFile = '{report file}';

/** Runs the step and counts. A command that fails is never all green, whatever its report says. */
export async function runStep({ name, command, environment = {}, readReport }: Step): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-report-'));
  const report = join(folder, 'report.json');
  const fill = (text: string | undefined) => text?.replace(reportFile, report);
  try {
    const [program = '', ...args] = command.map((part) => fill(part) ?? '');
    const filled = Object.entries(environment).map(([key, value]) => [key, fill(value)]);
    const succeeded = await run(program, args, Object.fromEntries(filled));
    const tally = readReport ? readReport(readFileSync(report, 'utf8')) : checkTally(succeeded);
    return succeeded || tally.failed > 0 ? tally : { ...tally, failed: 1 };
  } catch (error) {
    console.error(
      `${name} left no report that can be read: ${error instanceof Error ? error.message : error}`,
    );
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(program: string, args: string[], environment: NodeJS.Dict<string>): Promise<boolean> {
  const child = spawn(program, args, {
    cwd: projectFolder,
    env: childEnvironment(environment),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}

function checkTally(succeeded: boolean): Tally {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
}
