import { bearerOf } from '#app/_http/authenticate.ts';
import { eventStreamReply, openLiveStream } from '#app/_http/live-stream.ts';
import { definePortalMethods, definePortalRoute } from '#app/_http/portal-api.ts';
import { portalOperations } from '#lib/contracts/index.ts';
import { tokenEvents } from './token-events.ts';

const follow = definePortalRoute(portalOperations.followEvents, async ({ scope, request }) => {
  if (request.method === 'HEAD') return eventStreamReply(null);
  const events = tokenEvents(scope, bearerOf(request));
  return eventStreamReply(await openLiveStream({ ...events, signal: request.signal }));
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = definePortalMethods({ GET: follow });
