'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { restoreWorkspace } from '../../actions.ts';

type Deleted = {
  id: string;
  name: string;
  /** ISO 8601. */
  deletedAt: string;
  /** "in 29 days". */
  gone: string;
};

/** What the reader can still bring back. */
export function DeletedWorkspaces({ workspaces }: { workspaces: readonly Deleted[] }) {
  return (
    <section className="mt-10">
      <h2 className="text-large font-semibold font-serif">Deleted workspaces</h2>
      <p className="mt-1 mb-4 text-ink-soft">
        For thirty days you can restore a workspace that you owned, with everything in it. Then it is gone for
        good.
      </p>
      <ul className="divide-y divide-line rounded-large border border-line bg-sheet shadow-sheet">
        {workspaces.map((workspace) => (
          <DeletedRow key={workspace.id} workspace={workspace} />
        ))}
      </ul>
    </section>
  );
}

function DeletedRow({ workspace: { id, name, deletedAt, gone } }: { workspace: Deleted }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  function restore() {
    startTransition(async () => {
      const result = await outcomeOf(() => restoreWorkspace({ workspaceId: id }));
      if (!result.ok) {
        toast.error(result.error.message);
        router.refresh();
        return;
      }
      toast.success(`${name} is back.`);
      router.push(`/${result.data.slug}/documents`);
    });
  }
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 p-4">
      <div className="min-w-0">
        <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
        <p className="text-ink-soft text-small">
          Deleted <RelativeTime at={deletedAt} />, gone for good {gone}
        </p>
      </div>
      <Button size="small" pending={pending} onClick={restore}>
        Restore<span className="sr-only"> {name}</span>
      </Button>
    </li>
  );
}
