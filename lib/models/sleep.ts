import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { defineModel } from './model.ts';
import { ModelFailure } from './model-failure.ts';
import { versionId } from './version-id.ts';

/** Takes its time, then succeeds or fails as told; for testing every life cycle without reading pages. */
export const sleep = defineModel({
  owner: 'lectern',
  name: 'sleep',
  description: 'Waits, logs and fails as told.',
  readme: `Waits for \`seconds\`, writes \`logs\` lines and fails if told: a way to try out every course a prediction can take.
`,
  versions: [{ id: versionId('lectern/sleep', 1), createdAt: new Date('2026-01-01T12:00:00Z') }],
  input: z.object({
    seconds: z.number().min(0).max(7_200).default(0).describe('How long to run.'),
    fail: z
      .union([z.boolean(), z.string()])
      .default(false)
      .describe('Whether to fail, or the reason to give.'),
    logs: z.int().min(0).max(10_000).default(0).describe('How many lines to log.'),
    log_interval_ms: z.int().min(0).max(60_000).default(100).describe('Milliseconds before each line.'),
  }),
  output: z.string(),
  async run({ seconds, fail, logs, log_interval_ms: logIntervalMs }, { log, signal }) {
    const endsAt = performance.now() + seconds * 1_000;
    for (let line = 1; line <= logs; line++) {
      await pause(logIntervalMs, undefined, { signal });
      log(`Line ${line} of ${logs}`);
    }
    await pause(Math.max(0, endsAt - performance.now()), undefined, { signal });
    if (fail) throw new ModelFailure(fail === true ? 'Told to fail.' : fail);
    return `Slept for ${seconds} s`;
  },
});
