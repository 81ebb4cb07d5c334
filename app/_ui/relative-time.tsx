'use client';

import { useNow } from './clock.tsx';
import { useDateFormat } from './date-settings.tsx';
import { agoInWords } from './words.ts';

/** "3 minutes ago", with the exact moment, as the reader wants dates to be told, as its title. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const now = useNow(15_000);
  const { moment } = useDateFormat();
  return (
    // Server and browser may know the same language in different editions.
    <time dateTime={at} title={moment(at)} className={className} suppressHydrationWarning>
      {agoInWords(Date.parse(at), now)}
    </time>
  );
}
