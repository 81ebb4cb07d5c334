import { EngineError } from '../engine-error.ts';

// What Node says of an add-on that is not there for this platform, or does not fit its system library.
const CODES: readonly unknown[] = ['MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'];

/** The error to show for a module that could not be imported: another one when the native runtime is missing. */
export function importFailure(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || !CODES.includes(error.code)) return error;
  return new EngineError(
    'no_runtime',
    `The OCR engine cannot run on this machine: its runtime does not load on ${process.platform} ${process.arch}. It runs on Linux with glibc and on macOS, each on x64 and arm64.`,
    { cause: error },
  );
}
