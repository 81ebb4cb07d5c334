import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { parseTheme, THEME_COOKIE } from '#app/_ui/theme.ts';
import { getProfile } from '#lib/accounts/index.ts';
import { canSendMail } from '#lib/mail/index.ts';
import { SettingsSection } from '../_components/settings-section.tsx';
import { BrowserNotifications } from './_components/browser-notifications.tsx';
import { ProfileForm } from './_components/profile-form.tsx';
import { ThemeChoice } from './_components/theme-choice.tsx';

export const metadata: Metadata = { title: 'Profile' };

export default async function ProfilePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { user } = await workspaceFromSlug((await params).workspace);
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <>
      <h1 className="text-title">Profile</h1>
      <p className="mt-1 mb-6 text-ink-soft [overflow-wrap:anywhere]">You sign in as {user.email}.</p>
      <SettingsSection title="You" about="This holds in all your workspaces.">
        <ProfileForm
          profile={await getProfile(user.id)}
          timeZones={Intl.supportedValuesOf('timeZone')}
          canSendMail={canSendMail()}
        />
      </SettingsSection>
      <SettingsSection title="Colours" about="This holds in this browser.">
        <ThemeChoice initial={theme} />
      </SettingsSection>
      <SettingsSection
        title="Notifications in this browser"
        about="While Lectern is open in a tab that you are not looking at, the browser can tell you that a document has been read."
      >
        <BrowserNotifications />
      </SettingsSection>
    </>
  );
}
