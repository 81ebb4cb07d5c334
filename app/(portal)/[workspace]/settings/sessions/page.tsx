import type { Metadata } from 'next';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { methodInWords } from '#app/_ui/method-in-words.ts';
import { deviceInWords, listSessions } from '#lib/accounts/index.ts';
import { EndOtherSessions } from './_components/end-other-sessions.tsx';
import { SessionList } from './_components/session-list.tsx';

export const metadata: Metadata = { title: 'Sessions' };

export default async function SessionsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { user, session } = await workspaceFromSlug((await params).workspace);
  const sessions = (await listSessions(user.id)).map(
    ({ id, userAgent, ipAddress, lastIpAddress, createdAt, lastSeenAt, method }) => ({
      id,
      device: deviceInWords(userAgent),
      address: lastIpAddress ?? ipAddress,
      method: methodInWords(method),
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      isThis: id === session.id,
    }),
  );
  // The present one first, whichever was seen last.
  sessions.sort((one, other) => Number(other.isThis) - Number(one.isThis));
  return (
    <>
      <h1 className="text-title">Where you are signed in</h1>
      <p className="mt-1 mb-6 text-ink-soft">
        End a session that you do not know, or that is on a machine you no longer use.
      </p>
      <SessionList sessions={sessions} />
      {sessions.length > 1 ? <EndOtherSessions count={sessions.length - 1} /> : null}
    </>
  );
}
