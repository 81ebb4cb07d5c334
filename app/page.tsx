import { DoorClosed } from 'lucide-react';
import { redirect } from 'next/navigation';
import { isSetUp } from '#lib/accounts/index.ts';
import { currentSession } from './_session/session.ts';
import { EmptyState } from './_ui/empty-state.tsx';
import { SignOutButton } from './(portal)/_components/sign-out-button.tsx';

/** The front door: leads everybody to where they can go on. */
export default async function HomePage() {
  const session = await currentSession();
  if (!session) redirect((await isSetUp()) ? '/sign-in' : '/set-up');
  const [workspace] = session.workspaces;
  if (workspace) redirect(`/${workspace.slug}/documents`);
  return (
    <main id="main" className="grid min-h-dvh place-items-center">
      <EmptyState icon={DoorClosed} level="h1" title="You are in no workspace" actions={<SignOutButton />}>
        <p>
          You are signed in as {session.user.email}. Ask an owner or admin of a workspace to invite you, then
          open this page again.
        </p>
      </EmptyState>
    </main>
  );
}
