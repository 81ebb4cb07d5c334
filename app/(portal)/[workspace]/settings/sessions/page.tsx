import type { Metadata } from 'next';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { listSessions } from '#lib/accounts/index.ts';
import { deviceInWords } from './_components/device.ts';
import { SessionList } from './_components/session-list.tsx';

export const metadata: Metadata = { title: 'Sessions' };

export default async function SessionsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { user, session } = await workspaceFromSlug((await params).workspace);
  const sessions = (await listSessions(user.id)).map(
    ({ id, userAgent, ipAddress, createdAt, lastSeenAt }) => ({
      id,
      device: deviceInWords(userAgent),
      ipAddress,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      isThis: id === session.id,
    }),
  );
  return (
    <>
      <h1 className="text-title">Where you are signed in</h1>
      <p className="mt-1 mb-6 text-ink-soft">
        End a session that you do not know, or that is on a machine you no longer use.
      </p>
      <SessionList sessions={sessions} />
    </>
  );
}
