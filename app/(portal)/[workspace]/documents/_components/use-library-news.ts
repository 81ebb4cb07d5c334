'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { LIBRARY } from '../../_components/live-connection.ts';
import { useConnection } from '../../_components/live-provider.tsx';

/** Has the server draw the page's tags and folders again when somebody made, renamed or deleted some. */
export function useLibraryNews(): void {
  const connection = useConnection();
  const { refresh } = useRouter();
  useEffect(() => connection.subscribe(LIBRARY, () => refresh()), [connection, refresh]);
}
