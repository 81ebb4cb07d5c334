import { DoorClosed } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { personForPage } from '#app/_session/session.ts';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { aheadInWords } from '#app/_ui/words.ts';
import type { WorkspaceOfUser } from '#lib/accounts/index.ts';
import { listDeletedWorkspaces } from '#lib/workspaces/index.ts';
import { DeletedWorkspaces } from './_components/deleted-workspaces.tsx';

export const metadata: Metadata = { title: 'Workspaces' };

export default async function WorkspacesPage() {
  const { actor, user, workspaces } = await personForPage();
  const deleted = await listDeletedWorkspaces(actor);
  return (
    <>
      {workspaces.length === 0 ? <NoWorkspace email={user.email} /> : <Workspaces workspaces={workspaces} />}
      {deleted.length > 0 ? (
        <DeletedWorkspaces
          workspaces={deleted.map(({ id, name, deletedAt, goneAt }) => ({
            id,
            name,
            deletedAt: deletedAt.toISOString(),
            gone: aheadInWords(goneAt.getTime(), Date.now()),
          }))}
        />
      ) : null}
    </>
  );
}

function Workspaces({ workspaces }: { workspaces: readonly WorkspaceOfUser[] }) {
  return (
    <>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-title">Your workspaces</h1>
        <Link href="/new" className={buttonStyle({ variant: 'primary' }, 'max-sm:w-full')}>
          New workspace
        </Link>
      </div>
      <ul className="divide-y divide-line rounded-large border border-line bg-sheet shadow-sheet">
        {workspaces.map(({ id, slug, name, role }) => (
          <li key={id} className="relative flex items-center justify-between gap-3 p-4 hover:bg-well">
            <Link
              href={`/${slug}/documents`}
              className="min-w-0 font-medium [overflow-wrap:anywhere] after:absolute after:inset-0"
            >
              {name}
            </Link>
            <span className="text-ink-soft text-small">{role}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function NoWorkspace({ email }: { email: string }) {
  const actions = (
    <Link href="/new" className={buttonStyle({ variant: 'primary' })}>
      New workspace
    </Link>
  );
  return (
    <EmptyState icon={DoorClosed} level="h1" title="You are in no workspace" actions={actions}>
      <p>
        You are signed in as {email}. Ask an owner or admin of a workspace to invite you, or make one of your
        own.
      </p>
    </EmptyState>
  );
}
