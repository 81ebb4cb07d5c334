import { readdirSync, readFileSync } from 'node:fs';

/** Processor seconds, user and system together, of the parts of one Lectern. */
export type CpuSeconds = { web: number; worker: number; database: number };

type Process = { parent: number; ticks: number; command: string };

/** Linux counts in hundredths of a second whatever the machine. */
const TICKS_PER_SECOND = 100;

/**
 * What the children of a supervisor have used so far, their own children included. Undefined where the system does
 * not tell it in /proc.
 */
export function cpuSecondsOf(supervisorPid: number): CpuSeconds | undefined {
  const processes = readProcesses();
  if (!processes.has(supervisorPid)) return undefined;
  const used: CpuSeconds = { web: 0, worker: 0, database: 0 };
  for (const [pid, { parent, command }] of processes) {
    if (parent !== supervisorPid) continue;
    used[partOf(command)] += ticksOfTree(pid, processes) / TICKS_PER_SECOND;
  }
  return used;
}

export function cpuBetween(before: CpuSeconds | undefined, after: CpuSeconds | undefined): CpuSeconds | null {
  if (!before || !after) return null;
  return {
    web: after.web - before.web,
    worker: after.worker - before.worker,
    database: after.database - before.database,
  };
}

function partOf(command: string): keyof CpuSeconds {
  if (command.includes('postgres')) return 'database';
  return command.includes('worker') ? 'worker' : 'web';
}

function ticksOfTree(pid: number, processes: ReadonlyMap<number, Process>): number {
  let ticks = processes.get(pid)?.ticks ?? 0;
  for (const [child, { parent }] of processes) if (parent === pid) ticks += ticksOfTree(child, processes);
  return ticks;
}

function readProcesses(): Map<number, Process> {
  const processes = new Map<number, Process>();
  for (const pid of numbersIn('/proc')) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // Behind the name, which may hold anything, in parentheses: state, parent, …
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // User and system time, then those of children that have ended.
      const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      processes.set(pid, { parent: Number(fields[1]), ticks, command });
    } catch {
      // It has ended meanwhile.
    }
  }
  return processes;
}

function numbersIn(folder: string): number[] {
  try {
    return readdirSync(folder).map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}
