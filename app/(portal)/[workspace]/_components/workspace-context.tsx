'use client';

import { createContext, type ReactNode, useContext } from 'react';

export type WorkspaceView = {
  slug: string;
  name: string;
  /** The reader's own. */
  role: 'owner' | 'admin' | 'editor' | 'viewer';
  /** What the reader's role allows; the server checks again on every action. */
  may: { write: boolean; manageTokens: boolean };
};

const WorkspaceContext = createContext<WorkspaceView | null>(null);

export function WorkspaceProvider({ value, children }: { value: WorkspaceView; children: ReactNode }) {
  return <WorkspaceContext value={value}>{children}</WorkspaceContext>;
}

/** The workspace whose pages are open. */
export function useWorkspace(): WorkspaceView {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace needs the layout of [workspace] above it');
  return workspace;
}
