import { afterAll, expect, it, vi } from 'vitest';
import { database } from '#lib/platform/database.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { createWorkspace } from './index.ts';

vi.hoisted(() => {
  process.env.LECTERN_NEW_WORKSPACE_PAGES = '500';
});
afterAll(() => closeQueue());

it('gives each new workspace the quota that the operator has named, so that making another gets round none', async () => {
  const { id: userId, name } = await createUser();
  const person = { kind: 'user' as const, userId, name, memberships: [] };
  const { workspaceId: id } = await createWorkspace(person, { name: 'Another' });
  expect(await database().workspace.findUnique({ where: { id } })).toMatchObject({ monthlyPageQuota: 500 });
});
