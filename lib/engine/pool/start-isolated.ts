import { type ChildProcess, fork } from 'node:child_process';

// The kernel's own limits hold whatever happens inside, so they are set before Node starts. `ulimit -d` counts
// private writable memory; `-v` would count the 10 GB that WebAssembly reserves and never touches. The second
// `unshare` is for users who may not make a network of their own without a user namespace.
const LAUNCH = `
PATH=/usr/sbin:/usr/bin:/sbin:/bin
trap '' INT TERM
ulimit -d "$1" 2>/dev/null
shift
for spaces in --net "--user --map-root-user --net"; do
  unshare $spaces true 2>/dev/null && exec unshare $spaces "$@"
done
exec "$@"`;

// Reading files, but neither writing one nor starting a program. sharp and ONNX Runtime are add-ons, tesseract.js
// works in a thread; Node warns about both in vain.
const RIGHTS = [
  '--permission',
  '--allow-fs-read=*',
  '--allow-addons',
  '--allow-worker',
  '--disable-warning=PERM0001',
  '--disable-warning=PERM0006',
];

// What a page leaves behind is small beside 128 MB. From its own smaller start V8 collected garbage three times a
// page, in threads of its own: about 10 % of the processor time of a receipt, 5 % of a dense page. Costs 50 MB.
const HEAP = ['--initial-old-space-size=128'];

// No secret of ours. ONNX Runtime reports its use to its maker unless told not to. With one heap, and large buffers
// mapped one by one, glibc gives memory back: 282 MB instead of 443 are kept after a flood, 375 instead of 425
// after a dense page.
const ENVIRONMENT = {
  NODE_ENV: 'production',
  ORT_DISABLE_TELEMETRY: '1',
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: String(4 * 2 ** 20),
} as const;

/** `preload` is the URL of a module that runs before the entry. */
type IsolatedStart = { args?: readonly string[]; preload?: string; dataLimitMb: number };

/**
 * Starts a module in a Node process with a channel to this one that may read files and nothing else: no secrets
 * of the environment, no writing, no programs. On Linux it also gets a network of its own without a way out, as
 * far as the system lets this user make one, and at most `dataLimitMb` MiB of private memory;
 * `isolationOf` tells what came of it.
 */
export function startIsolated(
  entry: string,
  { args = [], preload, dataLimitMb }: IsolatedStart,
): ChildProcess {
  const options = [...HEAP, ...RIGHTS, ...(preload === undefined ? [] : ['--import', preload])];
  const launch = ['-c', LAUNCH, 'sh', String(Math.ceil(dataLimitMb) * 1024), process.execPath, ...options];
  return fork(entry, args, {
    ...(process.platform === 'linux' ? { execPath: '/bin/sh', execArgv: launch } : { execArgv: options }),
    serialization: 'advanced',
    env: ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}
