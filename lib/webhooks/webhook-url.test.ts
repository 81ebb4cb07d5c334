import { describe, expect, it, vi } from 'vitest';
import { checkWebhookUrl, isPortalWebhook } from './webhook-url.ts';

vi.hoisted(() => {
  process.env.LECTERN_INTERNAL_URL = 'http://127.0.0.1:3000';
});

describe("the portal's own webhook", () => {
  it.each([
    'http://127.0.0.1:3000/api/webhooks/predictions',
    'http://127.0.0.1:3000/api/webhooks/predictions?submission=abc',
  ])('%s needs neither https nor a public address', (url) => {
    expect(isPortalWebhook(url)).toBe(true);
    expect(() => checkWebhookUrl(url, 'webhook')).not.toThrow();
  });

  it.each([
    'http://127.0.0.1:3001/api/webhooks/predictions',
    'http://localhost:3000/api/webhooks/predictions',
    'https://127.0.0.1:3000/api/webhooks/predictions',
    'http://127.0.0.1:3000/api/webhooks/predictionsx',
    'http://127.0.0.1:3000/api/webhooks/predictions/../../health',
    'http://127.0.0.1:3000/api/documents',
  ])('is not %s', (url) => {
    expect(isPortalWebhook(url)).toBe(false);
  });
});

describe('a webhook URL', () => {
  it('must be https', () => {
    expect(() => checkWebhookUrl('https://example.org/hook', 'webhook')).not.toThrow();
    expect(() => checkWebhookUrl('http://example.org/hook', 'webhook')).toThrow(
      expect.objectContaining({
        problems: [{ type: 'format', field: 'webhook', description: 'Must be an https URL' }],
      }),
    );
  });

  it.each([
    'https://127.0.0.1/hook',
    'https://10.1.2.3/hook',
    'https://169.254.169.254/latest',
    'https://[::1]/hook',
    'https://[::ffff:10.0.0.1]/hook',
    'https://[64:ff9b::a00:1]/hook',
    'https://2130706433/hook',
    'https://0177.0.0.1/hook',
    'https://0x7f.1/hook',
  ])('must not be a private address, however it is written: %s', (url) => {
    expect(() => checkWebhookUrl(url, 'webhook')).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ field: 'webhook', type: 'format' })],
      }),
    );
  });

  it.each(['https://93.184.216.34/hook', 'https://[2606:2800:220:1::1]/hook', 'https://localhost/hook'])(
    'may be a public address, or a name, which is looked up when a message is sent: %s',
    (url) => {
      expect(() => checkWebhookUrl(url, 'webhook')).not.toThrow();
    },
  );
});
