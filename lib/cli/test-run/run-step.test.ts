import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { reportFile, runStep } from './run-step.ts';
import type { Tally } from './tally.ts';

const readReport = (json: string): Tally => JSON.parse(json);
const node = (code: string) => [process.execPath, '-e', code, reportFile];
const write = (tally: Tally) => `require('fs').writeFileSync(process.argv[1], '${JSON.stringify(tally)}');`;

describe('runStep', () => {
  it('counts a check as one test', async () => {
    expect(await runStep({ name: 'a', command: node('') })).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(await runStep({ name: 'b', command: node('process.exit(3)') })).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });

  it("takes a runner's own count", async () => {
    const tally = { passed: 4, failed: 0, skipped: 1 };
    expect(await runStep({ name: 'a', command: node(write(tally)), readReport })).toEqual(tally);
  });

  it('counts a failure when the runner fails though no test did', async () => {
    const command = node(`${write({ passed: 4, failed: 0, skipped: 0 })} process.exit(1)`);
    expect(await runStep({ name: 'a', command, readReport })).toEqual({ passed: 4, failed: 1, skipped: 0 });
  });

  it('counts a failure when the runner cannot start or leaves no report', async () => {
    const failure = { passed: 0, failed: 1, skipped: 0 };
    expect(await runStep({ name: 'a', command: ['no-such-program'] })).toEqual(failure);
    expect(await runStep({ name: 'b', command: node(''), readReport })).toEqual(failure);
  });
});
