import { expect, it } from 'vitest';
import { withoutSecrets, withSecrets } from './secret-input.ts';

const model = { secrets: ['password'] };

it('shows nobody what is secret, and gives it to the model', () => {
  const { input, sealedInput } = withoutSecrets(model, { page: 2, password: 'open "sesame"' });
  expect(input).toEqual({ page: 2, password: '[redacted]' });
  expect(JSON.stringify(sealedInput)).not.toContain('sesame');
  expect(withSecrets(input, sealedInput)).toEqual({ page: 2, password: 'open "sesame"' });
});

it('leaves an input without secrets as it is', () => {
  const { input, sealedInput } = withoutSecrets(model, { page: 2 });
  expect([input, sealedInput]).toEqual([{ page: 2 }, {}]);
  expect(withoutSecrets({}, { password: 'x' }).input).toEqual({ password: 'x' });
});
