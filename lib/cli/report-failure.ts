import process from 'node:process';
import { ConfigError } from '#lib/platform/config.ts';
import { OperatorError } from './operator-error.ts';

/** Ends a command with exit code 1: the operator's own mistakes in plain words, ours with their stack. */
export function reportFailure(error: unknown): void {
  const isForOperator = error instanceof OperatorError || error instanceof ConfigError;
  console.error(isForOperator ? error.message : error);
  process.exitCode = 1;
}
