import { Mail } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { localPath } from '#app/_session/local-path.ts';
import { relyingParty } from '#app/_session/relying-party.ts';
import { currentSession } from '#app/_session/session.ts';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { isSetUp } from '#lib/accounts/index.ts';
import { canSendMail } from '#lib/mail/index.ts';
import { config } from '#lib/platform/config.ts';
import { signInPath } from '../_components/sign-in-path.ts';
import { WayDivider } from '../_components/way-divider.tsx';
import { OidcButton } from './_components/oidc-button.tsx';
import { PasskeyButton } from './_components/passkey-button.tsx';
import { SignInForm } from './_components/sign-in-form.tsx';
import { SignInNotice } from './_components/sign-in-notice.tsx';

export const metadata: Metadata = { title: 'Sign in' };

type Query = 'next' | 'refused' | 'error' | 'done';
type Props = { searchParams: Promise<Partial<Record<Query, string | string[]>>> };

/** Offers the ways in that this installation has, the operator's own first. */
export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams;
  const next = localPath(query.next);
  if (await currentSession()) redirect(next);
  if (!(await isSetUp())) redirect('/set-up');
  const { oidc } = config();
  const hasMail = canSendMail();
  const hasPasskeys = relyingParty() !== null;
  return (
    <>
      <h1 className="mb-6 text-title">Sign in</h1>
      <SignInNotice
        refused={one(query.refused)}
        error={one(query.error)}
        done={one(query.done)}
        provider={oidc?.name ?? 'single sign-on'}
      />
      {oidc ? (
        <>
          <OidcButton provider={oidc.name} next={next} />
          <WayDivider />
        </>
      ) : null}
      <SignInForm next={next} canReset={hasMail} />
      {hasPasskeys || hasMail ? (
        <>
          <WayDivider />
          <div className="space-y-3">
            {hasPasskeys ? <PasskeyButton next={next} /> : null}
            {hasMail ? (
              <Link href={signInPath('/link', next)} className={buttonStyle({}, 'w-full')}>
                <Mail aria-hidden className="size-4" />
                E-mail me a link
              </Link>
            ) : null}
          </div>
        </>
      ) : null}
      <p className="mt-6 text-ink-soft text-small">
        {hasMail ? 'No account yet?' : 'No account yet, or password forgotten?'} The owner of your workspace
        can help.
      </p>
    </>
  );
}

function one(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
