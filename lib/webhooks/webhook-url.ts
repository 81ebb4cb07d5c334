import { config, InvalidInput, isPrivateLiteral } from '#lib/platform/index.ts';

const PORTAL_PATH = '/api/webhooks/predictions';

/** Whether the URL is the portal's own inbound webhook, which may be plain HTTP on a private address. */
export function isPortalWebhook(url: string): boolean {
  const target = new URL(url);
  const isOurs = target.origin === new URL(config().internalUrl).origin;
  return isOurs && (target.pathname === PORTAL_PATH || target.pathname.startsWith(`${PORTAL_PATH}/`));
}

/**
 * A host that is a name is not judged here: where it leads is checked when a message is sent.
 * @throws InvalidInput unless messages may be sent there: only https, and no address that is private or reserved,
 * unless the operator allows more.
 */
export function checkWebhookUrl(url: string, field: string): void {
  if (isPortalWebhook(url)) return;
  const { protocol, hostname } = new URL(url);
  const { allowHttpWebhooks, allowPrivateAddresses } = config();
  if (protocol !== 'https:' && !allowHttpWebhooks) throw refusal(field, 'Must be an https URL');
  if (isPrivateLiteral(hostname) && !allowPrivateAddresses)
    throw refusal(field, 'Must not be a private or reserved address: this server sends nothing there');
}

function refusal(field: string, description: string): InvalidInput {
  return new InvalidInput('Input validation failed', [{ type: 'format', field, description }]);
}
