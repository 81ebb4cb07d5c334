import Replicate from 'replicate';
import { config, portalToken } from '#lib/platform/index.ts';

const REQUEST_TIMEOUT_MS = 60_000;

/** The official client for this workspace: with our own service's key, or the operator's for the hosted one. */
export function clientFor(workspaceId: string): Replicate {
  const { baseUrl, token } = config().provider;
  return new Replicate({
    auth: token ?? portalToken(workspaceId),
    baseUrl,
    userAgent: 'lectern',
    useFileOutput: false,
    // Never inline: what the client falls back to overflows the stack on larger files.
    fileEncodingStrategy: 'upload',
  });
}

/**
 * The time limit of one call, to be passed to each. It spans the client's own repetitions, which come without
 * a pause: with a limit for each of them, a slow service would get the same POST six times.
 */
export function callTimeLimit(timeoutMs = REQUEST_TIMEOUT_MS): AbortSignal {
  return AbortSignal.timeout(timeoutMs);
}

/** Whether the service can send webhooks to this installation; if not, it has to be asked. */
export function callsBack(): boolean {
  return !isHosted() || config().hasPublicUrl;
}

/** Whether pages are read by a service elsewhere, which knows none of our own models. */
export function isHosted(): boolean {
  return config().provider.token !== undefined;
}
