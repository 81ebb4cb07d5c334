import type { Metadata } from 'next';
import { relyingParty } from '#app/_session/relying-party.ts';
import { workspaceFromSlug } from '#app/_session/session.ts';
import { listPasskeys, waysIn } from '#lib/accounts/index.ts';
import { canSendMail } from '#lib/mail/index.ts';
import { config } from '#lib/platform/config.ts';
import { SettingsSection } from '../_components/settings-section.tsx';
import { PasskeySettings } from './_components/passkey-settings.tsx';
import { PasswordForm } from './_components/password-form.tsx';
import { SecondFactor } from './_components/second-factor.tsx';
import { SetPassword } from './_components/set-password.tsx';

export const metadata: Metadata = { title: 'Security' };

export default async function SecurityPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { user } = await workspaceFromSlug((await params).workspace);
  const [{ hasPassword, secondFactor, issuers }, passkeys] = await Promise.all([
    waysIn(user.id),
    listPasskeys(user.id),
  ]);
  const provider = config().oidc?.name;
  return (
    <>
      <h1 className="text-title">Security</h1>
      <p className="mt-1 mb-6 text-ink-soft [overflow-wrap:anywhere]">
        How you prove that you are {user.email}.
        {issuers.length > 0 && provider ? ` You can also sign in with ${provider}.` : ''}
      </p>
      <SettingsSection
        title="Password"
        about={hasPassword ? 'Changing it ends all your other sessions.' : ''}
      >
        {hasPassword ? <PasswordForm email={user.email} /> : <SetPassword canSendMail={canSendMail()} />}
      </SettingsSection>
      <SettingsSection
        title="Authenticator app"
        about="After your password, Lectern also asks for a code that an app on your phone shows. A stolen password opens nothing then."
      >
        <SecondFactor
          state={secondFactor && { ...secondFactor, since: secondFactor.since.toISOString() }}
          proof={hasPassword ? 'password or code' : 'code'}
        />
      </SettingsSection>
      <SettingsSection
        title="Passkeys"
        about="Sign in with your fingerprint, your face or the PIN of your device instead of a password. A passkey works on this site only, so nobody can be lured into giving it away."
      >
        <PasskeySettings
          canAdd={relyingParty() !== null}
          passkeys={passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
            id,
            name,
            createdAt: createdAt.toISOString(),
            lastUsedAt: lastUsedAt?.toISOString() ?? null,
          }))}
        />
      </SettingsSection>
    </>
  );
}
