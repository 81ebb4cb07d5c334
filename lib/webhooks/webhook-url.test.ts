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
});
