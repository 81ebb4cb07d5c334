// Demo data for trying things out: an owner, a workspace, an API token, and two documents that the next start reads.
import { authorize } from '#lib/access/index.ts';
import { actorOfSession, ensureFirstOwner, signIn } from '#lib/accounts/index.ts';
import { listDocuments, sampleNames, uploadSample } from '#lib/documents/index.ts';
import { startJob } from '#lib/jobs/index.ts';
import { closeDatabase } from '#lib/platform/index.ts';
import { closeQueue } from '#lib/queue/index.ts';

const demo = {
  email: 'demo@example.org',
  password: 'lectern demo',
  apiToken: 'lect_demo_token_for_trying_out',
};

await ensureFirstOwner({ firstOwner: demo });
const signedIn = await signIn({ ...demo, userAgent: 'npm run seed', ipAddress: null });
const holder = signedIn.outcome === 'signed_in' ? await actorOfSession(signedIn.token) : null;
const workspace = holder?.workspaces[0];
if (!holder || !workspace) {
  console.log('This Lectern has an owner already; nothing was changed.');
} else {
  const scope = authorize(holder.actor, workspace.id, 'document:write');
  const { documents } = await listDocuments(scope, {});
  for (const sample of documents.length === 0 ? sampleNames : []) {
    await startJob(scope, await uploadSample(scope, sample));
  }
  console.log(`Sign in as ${demo.email} with the password "${demo.password}". API token: ${demo.apiToken}`);
}
await closeQueue();
await closeDatabase();
