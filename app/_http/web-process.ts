import { ensureFirstOwner } from '#lib/accounts/index.ts';
import { config } from '#lib/platform/config.ts';
import { tolerateApiPaths } from './api-path.ts';
import { endConnectionsAfterReply } from './end-connections.ts';
import { noteClientAddresses } from './note-client-addresses.ts';
import { closeOpenStreams } from './open-streams.ts';
import { acceptQueryMethod } from './query-method.ts';
import { secureAnswers } from './secure-answers.ts';

/** What a web process does once, besides serving: make the configured first owner, and end in good order. */
export async function prepareWebProcess(): Promise<void> {
  // An open event stream would keep the server from closing for as long as the browser stays.
  process.once('SIGTERM', endConnectionsAfterReply);
  process.on('SIGTERM', closeOpenStreams);
  // The supervisor is gone, however it ended: nobody would restart or stop this process any more.
  process.on('disconnect', () => process.exit(0));
  secureAnswers();
  noteClientAddresses();
  acceptQueryMethod();
  tolerateApiPaths();
  await ensureFirstOwner(config());
}
