import type { LiveReader } from '#app/_http/live-stream.ts';
import type { Scope } from '#lib/access/index.ts';
import { authenticateToken } from '#lib/accounts/index.ts';
import type { PortalEventWire } from '#lib/contracts/index.ts';
import type { LiveEvent } from '#lib/live/index.ts';

/** What a token hears of its workspace, for as long as it is good. */
export function tokenEvents(scope: Scope, bearer: string): Omit<LiveReader, 'signal'> {
  const checkStay = async () => {
    if (!(await authenticateToken(bearer))) throw new Error('The token is not good any more.');
  };
  return {
    checkStay,
    async relay(event, send) {
      if (isRevocation(event, scope) || event.topic === 'resync') await checkStay();
      const told = eventFor(event, scope);
      if (told) send(`data: ${JSON.stringify(told)}\n\n`);
    },
  };
}

function isRevocation(event: LiveEvent, { actor }: Scope): boolean {
  return event.topic === 'token' && actor.kind === 'token' && event.tokenId === actor.tokenId;
}

function eventFor(event: LiveEvent, { workspaceId }: Scope): PortalEventWire | null {
  if (event.topic === 'resync') return { type: 'resync' };
  if (!('workspaceId' in event) || event.workspaceId !== workspaceId) return null;
  if (event.topic === 'export') return { type: 'export', export_id: event.exportId };
  if (event.topic !== 'document') return null;
  const page = event.page === undefined ? {} : { page: event.page };
  return { type: 'document', document_id: event.documentId, ...page };
}
