import type { InstanceScope } from '#lib/access/index.ts';
import { type Clock, systemClock } from '#lib/platform/index.ts';
import type { InstancePerson, InstanceWorkspace } from './instance.ts';
import { countPeople, countWorkspaces, findPeople, findWorkspaces } from './instance-store.ts';

/** As many as one page shows. */
const MOST = 500;

/** Everybody who has an account, last seen first; at most 500, and how many there are. */
export async function listPeople(
  _scope: InstanceScope,
): Promise<{ people: InstancePerson[]; total: number }> {
  const [people, total] = await Promise.all([findPeople(MOST), countPeople()]);
  return { people, total };
}

/** All workspaces, deleted ones last; at most 500, and how many there are. */
export async function listWorkspaces(
  _scope: InstanceScope,
  clock: Clock = systemClock,
): Promise<{ workspaces: InstanceWorkspace[]; total: number }> {
  const now = clock.now();
  const monthBegin = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  const [workspaces, total] = await Promise.all([findWorkspaces(monthBegin, MOST), countWorkspaces()]);
  return { workspaces, total };
}
