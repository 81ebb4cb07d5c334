'use client';

import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';

export type DateSettings = {
  /** BCP 47; null: as the browser says. */
  locale: string | null;
  /** IANA name; null: as the browser says. */
  timeZone: string | null;
};

const DateSettingsContext = createContext<DateSettings>({ locale: null, timeZone: null });

/** Hands down how the reader wants dates to be told. */
export function DateSettingsProvider({ value, children }: { value: DateSettings; children: ReactNode }) {
  return <DateSettingsContext value={value}>{children}</DateSettingsContext>;
}

/** What the server draws for those who leave it to a browser that it cannot ask. */
const ON_THE_SERVER = { locale: 'en-GB', timeZone: 'UTC' };

/**
 * How to tell dates to the reader. The first picture in the browser equals what the server drew; where the reader
 * leaves it to the browser, the browser's own settings follow at once.
 */
export function useDateFormat() {
  const chosen = useContext(DateSettingsContext);
  const isDrawnByServer = useSyncExternalStore(subscribeToNothing, inBrowser, onServer);
  return useMemo(() => {
    const own = isDrawnByServer ? ON_THE_SERVER : new Intl.DateTimeFormat().resolvedOptions();
    const locale = chosen.locale ?? own.locale;
    const timeZone = chosen.timeZone ?? own.timeZone;
    const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
    return {
      /** For example “23 Nov 2026, 08:15”. */
      moment: (at: string) => moment.format(new Date(at)),
      /** For example “23 Nov 2026”. */
      day: (at: string) => day.format(new Date(at)),
    };
  }, [chosen, isDrawnByServer]);
}

function subscribeToNothing(): () => void {
  return () => {};
}

function inBrowser(): boolean {
  return false;
}

function onServer(): boolean {
  return true;
}
