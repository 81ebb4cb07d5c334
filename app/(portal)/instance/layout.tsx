import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { personForPage } from '#app/_session/session.ts';
import { ClockProvider } from '#app/_ui/clock.tsx';
import { DateSettingsProvider } from '#app/_ui/date-settings.tsx';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import { SkipLink } from '#app/_ui/skip-link.tsx';
import { HomeHeader } from '../(home)/_components/home-header.tsx';
import { InstanceNav } from './_components/instance-nav.tsx';

/** Pages about the whole installation, for who looks after it; everybody else finds nothing here. */
export default async function InstanceLayout({ children }: { children: ReactNode }) {
  const { user, actor } = await personForPage();
  if (!actor.isInstanceOwner) notFound();
  return (
    <ClockProvider nowMs={Date.now()}>
      <DateSettingsProvider value={{ locale: user.locale, timeZone: user.timeZone }}>
        <SkipLink />
        <HomeHeader user={user} />
        <main id="main" tabIndex={-1} className="outline-none">
          <PageFrame className="max-w-6xl">
            <InstanceNav />
            {children}
          </PageFrame>
        </main>
      </DateSettingsProvider>
    </ClockProvider>
  );
}
