'use client';

import { Check, ChevronsUpDown, LayoutGrid, Plus } from 'lucide-react';
import Link from 'next/link';
import { Button } from '#app/_ui/button.tsx';
import { Menu, MenuItem, MenuLabel, MenuLine } from '#app/_ui/menu.tsx';
import { useWorkspace, type WorkspaceView } from './workspace-context.tsx';

export type WorkspaceChoice = Pick<WorkspaceView, 'slug' | 'name' | 'role'>;

/** The name of the open workspace, which leads to the reader's others. */
export function WorkspaceSwitcher({ workspaces }: { workspaces: readonly WorkspaceChoice[] }) {
  const { slug, name } = useWorkspace();
  return (
    <Menu
      align="start"
      trigger={
        <Button
          variant="quiet"
          className="max-w-full justify-start px-3! font-normal text-ink-soft text-small"
        >
          <span className="sr-only">Workspace: </span>
          <span className="truncate">{name}</span>
          <ChevronsUpDown aria-hidden className="size-4" />
        </Button>
      }
    >
      <MenuLabel>Workspaces</MenuLabel>
      <div className="max-h-[50dvh] overflow-y-auto">
        {workspaces.map((workspace) => (
          <Choice key={workspace.slug} workspace={workspace} isOpen={workspace.slug === slug} />
        ))}
      </div>
      <MenuLine />
      <MenuItem asChild>
        <Link href="/new">
          <Plus aria-hidden />
          New workspace
        </Link>
      </MenuItem>
      <MenuItem asChild>
        <Link href="/workspaces">
          <LayoutGrid aria-hidden />
          All workspaces
        </Link>
      </MenuItem>
    </Menu>
  );
}

function Choice({
  workspace: { slug, name, role },
  isOpen,
}: {
  workspace: WorkspaceChoice;
  isOpen: boolean;
}) {
  return (
    <MenuItem asChild>
      <Link href={`/${slug}/documents`} aria-current={isOpen ? 'true' : undefined}>
        <span className="grid size-4 place-items-center">{isOpen ? <Check aria-hidden /> : null}</span>
        <span className="min-w-0 flex-1 truncate">{name}</span>
        <span className="text-fine text-ink-soft">{role}</span>
      </Link>
    </MenuItem>
  );
}
