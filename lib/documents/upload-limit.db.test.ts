import { expect, it } from 'vitest';
import { callerKey } from '#lib/access/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { scopeOf, uploadOf } from '#lib/testing/documents.ts';
import { UPLOADS_IN_TEN_MINUTES, uploadLimit } from './upload-limit.ts';

it('stops a person who sends too many files, says when to come back, and stops nobody else', async () => {
  const [busy, colleague] = [await createUser(), await createUser()];
  await uploadLimit.take(callerKey(scopeOf(busy).actor), UPLOADS_IN_TEN_MINUTES - 1);
  await expect(uploadOf(busy)).resolves.toMatchObject({ uploadId: expect.any(String) });
  await expect(uploadOf(busy)).rejects.toMatchObject({
    kind: 'limit_reached',
    message: 'Too many uploads in a short time. Try again in 10 minutes.',
    retryAfterSeconds: expect.toSatisfy((seconds: number) => seconds > 590 && seconds <= 600),
  });
  await expect(uploadOf(colleague)).resolves.toMatchObject({ uploadId: expect.any(String) });
});
