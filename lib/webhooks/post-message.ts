import { authorize } from '#lib/access/index.ts';
import { type Clock, type OutboundAnswer, OutboundError, outboundFetch } from '#lib/platform/index.ts';
import type { Delivery } from './delivery.ts';
import type { Attempt } from './delivery-store.ts';
import { signMessage } from './sign-message.ts';
import { signingSecrets } from './signing-secrets.ts';
import { isPortalWebhook } from './webhook-url.ts';

const TIMEOUT_MS = 30_000;
const HEAD_BYTES = 1_024;
const HEAD_TIMEOUT_MS = 2_000;

/** Sent with every message, besides those that sign it. */
export const fixedHeaders = { 'content-type': 'application/json', 'user-agent': 'Lectern' };

/** Signs and sends a message once. Any answer but a 2xx is a failure, redirects included. */
export async function postMessage(delivery: Delivery, clock: Clock): Promise<Omit<Attempt, 'number'>> {
  const scope = authorize(
    { kind: 'system', reason: 'deliver-webhook' },
    delivery.workspaceId,
    'webhook:read',
  );
  const startedAt = clock.now();
  const secrets = await signingSecrets(scope, startedAt);
  const signed = signMessage(secrets, { id: delivery.id, sentAt: startedAt, body: delivery.body });
  const signature = signed['webhook-signature'];
  const start = performance.now();
  const elapsedMs = () => Math.round(performance.now() - start);
  try {
    const answer = await outboundFetch(delivery.url, {
      method: 'POST',
      headers: { ...fixedHeaders, ...signed },
      body: delivery.body,
      timeoutMs: TIMEOUT_MS,
      maxBytes: Number.POSITIVE_INFINITY,
      allowPrivateAddresses: isPortalWebhook(delivery.url),
    });
    const responseHead = await readHead(answer);
    const isDelivered = answer.status >= 200 && answer.status < 300;
    return {
      startedAt,
      durationMs: elapsedMs(),
      responseStatus: answer.status,
      error: isDelivered ? null : `The receiver answered with status ${answer.status}.`,
      responseHead,
      signature,
    };
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return {
      startedAt,
      durationMs: elapsedMs(),
      responseStatus: null,
      error: error.message,
      responseHead: null,
      signature,
    };
  }
}

/**
 * Enough to see what a receiver complained about; the rest is not read. The status has decided already, so a body
 * that stays open or breaks off changes nothing.
 */
async function readHead({ body, discard }: OutboundAnswer): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const timer = setTimeout(discard, HEAD_TIMEOUT_MS);
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size >= HEAD_BYTES) break;
    }
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
  } finally {
    clearTimeout(timer);
    discard();
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES).toString('utf8').replaceAll('\0', '');
}
