'use client';

import { CloudOff, ImageOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Button } from '#app/_ui/button.tsx';

/** In the place of a picture that failed to come (then with `retry`), or that there will never be. */
export function PictureAbsence({ retry }: { retry: (() => void) | null }) {
  const isOffline = useSyncExternalStore(
    watchConnection,
    () => !navigator.onLine,
    () => false,
  );
  const Icon = retry && isOffline ? CloudOff : ImageOff;
  return (
    <div
      role={retry ? 'alert' : undefined}
      className="absolute inset-0 flex flex-col items-center justify-center gap-3 bg-desk p-6 text-center text-ink-soft"
    >
      <Icon aria-hidden className="size-8" strokeWidth={1.5} />
      <p>{retry ? (isOffline ? OFFLINE : FAILED) : 'There is no picture of this page.'}</p>
      {retry ? (
        <Button size="small" onClick={retry}>
          Try again
        </Button>
      ) : null}
    </div>
  );
}

const OFFLINE = 'You are offline. The picture comes when the connection is back.';
const FAILED = 'The picture of this page could not be loaded.';

function watchConnection(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
