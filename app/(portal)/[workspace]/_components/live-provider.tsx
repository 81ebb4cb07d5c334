'use client';

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { LiveConnection, type LiveState } from './live-connection.ts';

const LiveContext = createContext<LiveConnection | null>(null);

/** Keeps one event stream open for as long as the workspace's pages are. */
export function LiveProvider({ workspace, children }: { workspace: string; children: ReactNode }) {
  const [connection] = useState(
    () => new LiveConnection(`/api/events?workspace=${encodeURIComponent(workspace)}`),
  );
  useEffect(() => connection.start(), [connection]);
  return <LiveContext value={connection}>{children}</LiveContext>;
}

/** The tab's event stream. */
export function useConnection(): LiveConnection {
  const connection = useContext(LiveContext);
  if (!connection) throw new Error('live updates need the layout of [workspace] above them');
  return connection;
}

export function useLiveState(): LiveState {
  const connection = useConnection();
  return useSyncExternalStore(connection.watchState, connection.state, () => 'connecting');
}
