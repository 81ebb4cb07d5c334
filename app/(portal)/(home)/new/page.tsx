import type { Metadata } from 'next';
import Link from 'next/link';
import { NewWorkspaceForm } from './_components/new-workspace-form.tsx';

export const metadata: Metadata = { title: 'New workspace' };

export default function NewWorkspacePage() {
  return (
    <>
      <h1 className="text-title">New workspace</h1>
      <p className="mt-1 mb-6 text-ink-soft">
        Documents, members and API tokens belong to one workspace and are seen in no other. You will be its
        owner, and can invite others.
      </p>
      <NewWorkspaceForm />
      <p className="mt-6 text-small">
        <Link
          href="/workspaces"
          className="inline-flex min-h-11 items-center text-accent underline sm:min-h-8"
        >
          All workspaces
        </Link>
      </p>
    </>
  );
}
