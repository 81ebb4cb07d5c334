import { validateWebhook } from 'replicate';
import { describe, expect, it } from 'vitest';
import { signMessage } from './sign-message.ts';

const secret = `whsec_${Buffer.alloc(32, 250).toString('base64')}`;
const other = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const body = '{"output":"ü 😀"}';

describe('the signature of a message', () => {
  it('is the one that the standard computes', () => {
    const headers = signMessage(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      sentAt: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
    });
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it("convinces Replicate's own client, and only with the right secret", async () => {
    const message = messageSignedWith([secret], body);
    expect(await validateWebhook({ ...message, secret })).toBe(true);
    expect(await validateWebhook({ ...message, secret: other })).toBe(false);
  });

  it('with two secrets convinces receivers that know either', async () => {
    const message = messageSignedWith([secret, other], body);
    expect(await validateWebhook({ ...message, secret })).toBe(true);
    expect(await validateWebhook({ ...message, secret: other })).toBe(true);
    const third = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    expect(await validateWebhook({ ...message, secret: third })).toBe(false);
  });
});

function messageSignedWith(secrets: readonly string[], body: string) {
  const headers = signMessage(secrets, { id: 'abc', sentAt: new Date(), body });
  return {
    id: headers['webhook-id'],
    timestamp: headers['webhook-timestamp'],
    signature: headers['webhook-signature'],
    body,
  };
}
