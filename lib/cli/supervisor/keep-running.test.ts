import { describe, expect, it, vi } from 'vitest';
import { keepRunning, type Run } from './keep-running.ts';

describe('keepRunning', () => {
  it('waits twice as long before each further start, and says so', async () => {
    const said: string[] = [];
    const start = async (): Promise<Run> => ({ ended: Promise.resolve('exit code 1'), stop: async () => {} });
    const program = keepRunning('web', start, (line) => said.push(line));
    await vi.waitFor(() => expect(said).toHaveLength(3), { timeout: 5_000 });
    await program.stop();
    expect(said).toEqual([
      'web ended (exit code 1); starting it again in 0.2 s',
      'web ended (exit code 1); starting it again in 0.4 s',
      'web ended (exit code 1); starting it again in 0.8 s',
    ]);
  });

  it('tries again when a start fails', async () => {
    const said: string[] = [];
    const start = vi.fn(async (): Promise<Run> => {
      if (start.mock.calls.length === 1) throw new Error('the disk is full');
      return endlessRun();
    });
    const program = keepRunning('PostgreSQL', start, (line) => said.push(line));
    await vi.waitFor(() => expect(start).toHaveBeenCalledTimes(2));
    await program.stop();
    expect(said).toEqual(['PostgreSQL ended (the disk is full); starting it again in 0.2 s']);
  });

  it('stops for good, also while it waits to start again', async () => {
    const start = vi.fn(
      async (): Promise<Run> => ({ ended: Promise.resolve('SIGKILL'), stop: async () => {} }),
    );
    const program = keepRunning('worker', start, () => {});
    await vi.waitFor(() => expect(start).toHaveBeenCalledTimes(2));
    await program.stop();
    const starts = start.mock.calls.length;
    await new Promise((resolve) => setImmediate(resolve));
    expect(start).toHaveBeenCalledTimes(starts);
  });

  it('stops a run that was still starting', async () => {
    const run = endlessRun();
    const stop = vi.spyOn(run, 'stop');
    const { promise, resolve } = Promise.withResolvers<Run>();
    const program = keepRunning(
      'worker',
      () => promise,
      () => {},
    );
    const stopped = program.stop();
    resolve(run);
    await stopped;
    expect(stop).toHaveBeenCalled();
  });

  it('restarts at once and without a word when asked to', async () => {
    const said: string[] = [];
    const start = vi.fn(async () => endlessRun());
    const program = keepRunning('worker', start, (line) => said.push(line));
    await vi.waitFor(() => expect(start).toHaveBeenCalledTimes(1));
    await program.restart();
    await vi.waitFor(() => expect(start).toHaveBeenCalledTimes(2), { timeout: 150 });
    await program.stop();
    expect(said).toEqual([]);
  });
});

function endlessRun(): Run {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { ended: promise, stop: async () => resolve('SIGTERM') };
}
