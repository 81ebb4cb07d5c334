import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentSession } from '#app/_session/session.ts';
import { isSetUp } from '#lib/accounts/index.ts';
import { localPath } from '../_components/local-path.ts';
import { SignInForm } from './_components/sign-in-form.tsx';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const next = localPath((await searchParams).next);
  if (await currentSession()) redirect(next);
  if (!(await isSetUp())) redirect('/set-up');
  return (
    <>
      <h1 className="mb-6 text-title">Sign in</h1>
      <SignInForm next={next} />
      <p className="mt-6 text-ink-soft text-small">
        No account yet, or password forgotten? The owner of your workspace can help.
      </p>
    </>
  );
}
