'use client';

import { RefreshCw, WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useLiveState } from './live-provider.tsx';

function watchNetwork(renew: () => void): () => void {
  window.addEventListener('online', renew);
  window.addEventListener('offline', renew);
  return () => {
    window.removeEventListener('online', renew);
    window.removeEventListener('offline', renew);
  };
}

/** Says so while news comes late or not at all; silent while all is well. */
export function LiveIndicator() {
  const isCut = useLiveState() === 'cut';
  const isOnline = useSyncExternalStore(
    watchNetwork,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status" className="text-small text-warn">
      {isOnline ? (
        isCut && <State icon={RefreshCw} words="Reconnecting…" />
      ) : (
        <State icon={WifiOff} words="Offline" />
      )}
    </div>
  );
}

function State({ icon: Icon, words }: { icon: typeof RefreshCw; words: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <Icon aria-hidden className="size-4" />
      <span className="max-sm:sr-only">{words}</span>
    </span>
  );
}
