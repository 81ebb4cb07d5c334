'use client';

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';

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
export function useDateFormat(): DateFormat {
  const chosen = useContext(DateSettingsContext);
  const isDrawnByServer = useSyncExternalStore(subscribeToNothing, inBrowser, onServer);
  const own = isDrawnByServer ? ON_THE_SERVER : browserSettings();
  return formatOf(chosen.locale ?? own.locale, chosen.timeZone ?? own.timeZone);
}

type DateFormat = {
  /** For example “23 Nov 2026, 08:15”. */
  moment: (at: string) => string;
  /** For example “23 Nov 2026”. */
  day: (at: string) => string;
};

// Making them takes longer than using them, and a list has hundreds of dates.
const formats = new Map<string, DateFormat>();

function formatOf(locale: string, timeZone: string): DateFormat {
  const key = `${locale} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const format = {
    moment: (at: string) => moment.format(new Date(at)),
    day: (at: string) => day.format(new Date(at)),
  };
  formats.set(key, format);
  return format;
}

let browserOwn: { locale: string; timeZone: string } | undefined;

function browserSettings() {
  browserOwn ??= new Intl.DateTimeFormat().resolvedOptions();
  return browserOwn;
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
