import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { OperatorError } from './operator-error.ts';
import { childEnvironment, projectFolder } from './project.ts';
import { fingerprintSource } from './source-fingerprint.ts';

const fingerprintFile = join(projectFolder, '.next/source-fingerprint');

/** Builds the portal unless the last build was made from the very same source. */
export async function ensureProductionBuild(signal: AbortSignal): Promise<void> {
  if (
    existsSync(fingerprintFile) &&
    readFileSync(fingerprintFile, 'utf8') === fingerprintSource(projectFolder)
  )
    return;
  console.log('Building the portal (about a minute)…');
  await buildForProduction(signal);
}

/**
 * Runs `next build`, silently unless it fails.
 * @throws OperatorError with everything that the build has said.
 */
export async function buildForProduction(signal: AbortSignal): Promise<void> {
  // Taken before: an edit made while the build runs makes it stale.
  const fingerprint = fingerprintSource(projectFolder);
  rmSync(fingerprintFile, { force: true });
  const build = spawn(process.execPath, [join(projectFolder, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: projectFolder,
    // What is built serves any instance, so none of this instance's settings may reach it.
    env: childEnvironment({
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      LECTERN_SECRET: 'not a secret: only for the time of building',
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  const ended = new Promise<number | null>((resolve, reject) =>
    build.once('error', reject).once('close', resolve),
  );
  const [code, said, complained] = await Promise.all([ended, text(build.stdout), text(build.stderr)]);
  if (code !== 0) throw new OperatorError(`The portal cannot be built:\n\n${said}${complained}`);
  writeFileSync(fingerprintFile, fingerprint);
}
