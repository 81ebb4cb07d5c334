import { readFile } from 'node:fs/promises';

/**
 * Resident memory of another process in bytes; null where the system does not tell (no /proc) or the process
 * is gone.
 */
export async function residentBytesOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}
