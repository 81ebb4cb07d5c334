import { cookies } from 'next/headers';
import { type ReactNode, Suspense } from 'react';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { ClockProvider } from '#app/_ui/clock.tsx';
import { DateSettingsProvider } from '#app/_ui/date-settings.tsx';
import { SkipLink } from '#app/_ui/skip-link.tsx';
import { parseTheme, THEME_COOKIE } from '#app/_ui/theme.ts';
import { authorize, roleMay } from '#lib/access/index.ts';
import type { WorkspaceOfUser } from '#lib/accounts/index.ts';
import { readingLanguages } from '#lib/jobs/index.ts';
import { reviewCounts } from '#lib/review/index.ts';
import { AccessWatch } from './_components/access-watch.tsx';
import { Header } from './_components/header.tsx';
import { JobEndNotices } from './_components/job-end-notices.tsx';
import { LiveProvider } from './_components/live-provider.tsx';
import { QuotaNotice } from './_components/quota-notice.tsx';
import { ReviewCountsProvider } from './_components/review/review-counts.tsx';
import { LANGUAGE_COOKIE, parseLanguage } from './_components/uploads/language-choice.ts';
import { LanguagesProvider } from './_components/uploads/languages-context.tsx';
import { UploadArea } from './_components/uploads/upload-area.tsx';
import { WorkspaceProvider } from './_components/workspace-context.tsx';
import type { WorkspaceChoice } from './_components/workspace-switcher.tsx';

type Props = { children: ReactNode; params: Promise<{ workspace: string }> };

export default async function WorkspaceLayout({ children, params }: Props) {
  const { actor, workspace, workspaces, user } = await workspaceFromSlug((await params).workspace);
  const counts = await reviewCounts(authorize(actor, workspace.id, 'job:read'));
  const kept = await cookies();
  const theme = parseTheme(kept.get(THEME_COOKIE)?.value);
  const languages = readingLanguages();
  const language = parseLanguage(kept.get(LANGUAGE_COOKIE)?.value, languages);
  const may = {
    write: roleMay(workspace.role, 'document:write'),
    manageTokens: roleMay(workspace.role, 'token:manage'),
  };
  return (
    <ClockProvider nowMs={Date.now()}>
      <DateSettingsProvider value={{ locale: user.locale, timeZone: user.timeZone }}>
        <WorkspaceProvider value={{ slug: workspace.slug, name: workspace.name, role: workspace.role, may }}>
          <LiveProvider workspace={workspace.slug}>
            <AccessWatch />
            <JobEndNotices />
            <LanguagesProvider choices={languages} remembered={language}>
              <UploadArea>
                <SkipLink />
                <ReviewCountsProvider initial={counts}>
                  <Header
                    user={{ ...user, looksAfterInstance: actor.isInstanceOwner === true }}
                    theme={theme}
                    workspaces={workspaces.map(toChoice)}
                  />
                  <main id="main" tabIndex={-1} className="outline-none">
                    {may.write ? (
                      <Suspense fallback={null}>
                        <QuotaNotice scope={authorize(actor, workspace.id, 'document:write')} />
                      </Suspense>
                    ) : null}
                    {children}
                  </main>
                </ReviewCountsProvider>
              </UploadArea>
            </LanguagesProvider>
          </LiveProvider>
        </WorkspaceProvider>
      </DateSettingsProvider>
    </ClockProvider>
  );
}

function toChoice({ slug, name, role }: WorkspaceOfUser): WorkspaceChoice {
  return { slug, name, role };
}
