import { expect, it } from 'vitest';
import { database } from './database.ts';

it('complains of a query without telling where on this machine the source is, or what it says', async () => {
  const failing = database().workspace.findFirst({ where: { slug: 'a\0' } });
  const error: unknown = await failing.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(error instanceof Error && error.message).not.toMatch(/database\.db\.test|findFirst\(\{/);
});
