import type { ReactNode } from 'react';
import { personForPage } from '#app/_session/session.ts';
import { ClockProvider } from '#app/_ui/clock.tsx';
import { DateSettingsProvider } from '#app/_ui/date-settings.tsx';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import { SkipLink } from '#app/_ui/skip-link.tsx';
import { HomeHeader } from './_components/home-header.tsx';

/** Pages of a person that belong to none of their workspaces. */
export default async function HomeLayout({ children }: { children: ReactNode }) {
  const { user } = await personForPage();
  return (
    <ClockProvider nowMs={Date.now()}>
      <DateSettingsProvider value={{ locale: user.locale, timeZone: user.timeZone }}>
        <SkipLink />
        <HomeHeader user={user} />
        <main id="main" tabIndex={-1} className="outline-none">
          <PageFrame className="max-w-3xl">{children}</PageFrame>
        </main>
      </DateSettingsProvider>
    </ClockProvider>
  );
}
