'use client';

import { useEffect, useState } from 'react';
import { useNow } from './clock.tsx';
import { agoInWords } from './words.ts';

/** "3 minutes ago", with the exact moment in the reader's own zone as its title. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const now = useNow(15_000);
  const [exact, setExact] = useState<string>();
  // Only the browser knows the reader's zone: the title comes after the first drawing.
  useEffect(() => setExact(new Date(at).toLocaleString()), [at]);
  return (
    <time dateTime={at} title={exact} className={className}>
      {agoInWords(Date.parse(at), now)}
    </time>
  );
}
