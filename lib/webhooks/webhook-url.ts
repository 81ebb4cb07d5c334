import { config, InvalidInput } from '#lib/platform/index.ts';

const PORTAL_PATH = '/api/webhooks/predictions';

/** Whether the URL is the portal's own inbound webhook, which may be plain HTTP on a private address. */
export function isPortalWebhook(url: string): boolean {
  const target = new URL(url);
  const isOurs = target.origin === new URL(config().internalUrl).origin;
  return isOurs && (target.pathname === PORTAL_PATH || target.pathname.startsWith(`${PORTAL_PATH}/`));
}

/** @throws InvalidInput unless messages may be sent there: only https, unless the operator allows more. */
export function checkWebhookUrl(url: string, field: string): void {
  if (new URL(url).protocol === 'https:' || config().allowHttpWebhooks || isPortalWebhook(url)) return;
  throw new InvalidInput('Input validation failed', [
    { type: 'format', field, description: 'Must be an https URL' },
  ]);
}
