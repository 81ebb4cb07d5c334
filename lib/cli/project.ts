import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { inheritedEnvironment } from '#lib/platform/config.ts';

/** The folder that holds package.json. */
export const projectFolder = resolve(import.meta.dirname, '../..');

/** Our environment for a child process, in which `node` and the installed tools are the project's own. */
export function childEnvironment(extra: NodeJS.Dict<string> = {}): NodeJS.ProcessEnv {
  const inherited = inheritedEnvironment();
  const path = [dirname(process.execPath), join(projectFolder, 'node_modules/.bin'), inherited.PATH];
  return Object.assign(inherited, { PATH: path.filter(Boolean).join(delimiter) }, extra);
}

export type ToolResult = { exitCode: number; stdout: string; stderr: string };

/** Runs an installed tool to its end and hands back what it wrote. */
export function runTool(
  name: string,
  args: string[],
  extraEnvironment: NodeJS.Dict<string> = {},
): ToolResult {
  const { status, stdout, stderr, error } = spawnSync(name, args, {
    cwd: projectFolder,
    env: childEnvironment(extraEnvironment),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  return { exitCode: status ?? 1, stdout, stderr };
}
