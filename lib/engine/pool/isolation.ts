import { readFile, readlink } from 'node:fs/promises';

/** What really confines a process: a network of its own, and a limit of its memory that the kernel keeps. */
export type Isolation = { network: boolean; memory: boolean };

/** Read from the system itself. Where it does not tell (no /proc), nothing confines the process. */
export async function isolationOf(pid: number): Promise<Isolation> {
  const [ours, theirs] = await Promise.all([networkOf('self'), networkOf(pid)]);
  const limits = await readFile(`/proc/${pid}/limits`, 'utf8').catch(() => '');
  return {
    network: theirs !== null && ours !== null && theirs !== ours,
    memory: /^Max data size +\d+/m.test(limits),
  };
}

async function networkOf(pid: number | 'self'): Promise<string | null> {
  return await readlink(`/proc/${pid}/ns/net`).catch(() => null);
}
