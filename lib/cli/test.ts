// `npm test [-- --only check|unit|db|e2e]`: runs everything, also after a failure, and ends with the count.
import './require-node.mjs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { OperatorError } from './operator-error.ts';
import { reportFailure } from './report-failure.ts';
import { reportFile, runStep, type Step } from './test-run/run-step.ts';
import { readPlaywrightReport, readVitestReport } from './test-run/runner-reports.ts';
import { addTallies, formatTally, type Tally } from './test-run/tally.ts';

const steps = {
  check: ['lint', 'types', 'deps', 'drift'].map(npmScript),
  unit: [vitest('unit')],
  db: [vitest('db')],
  e2e: [playwright()],
};

try {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const tallies: Tally[] = [];
  for (const step of chooseSteps(values.only)) {
    console.log(`\n── ${step.name}`);
    tallies.push(await runStep(step));
  }
  const total = addTallies(tallies);
  console.log(`\n${formatTally(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
} catch (error) {
  reportFailure(error);
}

function chooseSteps(only: string | undefined): Step[] {
  if (only === undefined) return Object.values(steps).flat();
  if (only === 'check' || only === 'unit' || only === 'db' || only === 'e2e') return steps[only];
  throw new OperatorError(`There are no "${only}" tests: --only takes check, unit, db or e2e.`);
}

function npmScript(name: string): Step {
  return { name, command: ['npm', 'run', '--silent', name] };
}

function vitest(project: 'unit' | 'db'): Step {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  return {
    name: `${project} tests`,
    command: ['vitest', 'run', '--project', project, ...reporters],
    readReport: readVitestReport,
  };
}

function playwright(): Step {
  return {
    name: 'e2e tests',
    command: ['playwright', 'test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile },
    readReport: readPlaywrightReport,
  };
}
