import { validateWebhook } from 'replicate';
import { describe, expect, it } from 'vitest';
import { signMessage } from './sign-message.ts';

describe('the signature of a message', () => {
  it('is the one that the standard computes', () => {
    const headers = signMessage('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', {
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
    const secret = `whsec_${Buffer.alloc(32, 250).toString('base64')}`;
    const body = '{"output":"ü 😀"}';
    const headers = signMessage(secret, { id: 'abc', sentAt: new Date(), body });
    const message = {
      id: headers['webhook-id'],
      timestamp: headers['webhook-timestamp'],
      signature: headers['webhook-signature'],
      body,
    };
    expect(await validateWebhook({ ...message, secret })).toBe(true);
    const other = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
    expect(await validateWebhook({ ...message, secret: other })).toBe(false);
  });
});
