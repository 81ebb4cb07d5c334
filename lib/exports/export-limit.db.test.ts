import { afterAll, expect, it } from 'vitest';
import { callerKey } from '#lib/access/index.ts';
import { closeQueue } from '#lib/queue/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { documentWithPages, scopeOf } from '#lib/testing/documents.ts';
import { EXPORTS_IN_TEN_MINUTES, exportLimit } from './export-limit.ts';
import { startExport } from './index.ts';

afterAll(() => closeQueue());

it('stops a person who starts too many exports, says when to come back, and stops nobody else', async () => {
  const busy = await createUser();
  const colleague = await createUser({ workspace: busy.workspace });
  const selection = { documentIds: [await documentWithPages(busy, 1)] };
  const wanted = { format: 'txt' as const, selection };
  await exportLimit.take(callerKey(scopeOf(busy).actor), EXPORTS_IN_TEN_MINUTES - 1);
  await startExport(scopeOf(busy, 'job:read'), wanted);
  await expect(startExport(scopeOf(busy, 'job:read'), wanted)).rejects.toMatchObject({
    kind: 'limit_reached',
    message: 'Too many exports in a short time. Try again in 10 minutes.',
    retryAfterSeconds: expect.toSatisfy((seconds: number) => seconds > 590 && seconds <= 600),
  });
  await startExport(scopeOf(colleague, 'job:read'), wanted);
});
