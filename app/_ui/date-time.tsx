'use client';

import { useDateFormat } from './date-settings.tsx';

type Props = {
  /** ISO 8601. */
  at: string;
  /** Without the time of day. */
  dayOnly?: boolean;
  className?: string;
};

/** A moment as the reader wants dates to be told. */
export function DateTime({ at, dayOnly = false, className }: Props) {
  const { moment, day } = useDateFormat();
  return (
    // Server and browser may know the same language in different editions.
    <time dateTime={at} className={className} suppressHydrationWarning>
      {dayOnly ? day(at) : moment(at)}
    </time>
  );
}
