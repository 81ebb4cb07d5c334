export type { InstancePerson, InstanceWorkspace } from './instance.ts';
export { type InstanceHealth, instanceHealth } from './instance-health.ts';
export { listPeople, listWorkspaces } from './list-instance.ts';
export { setMonthlyQuota } from './set-monthly-quota.ts';
