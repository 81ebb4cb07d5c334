import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { localPath } from '#app/_session/local-path.ts';
import { readStepCookie } from '#app/_session/step-jar.ts';
import { isSignInStepLiving } from '#lib/accounts/index.ts';
import { BackToSignIn } from '../../_components/back-to-sign-in.tsx';
import { signInPath } from '../../_components/sign-in-path.ts';
import { CodeForm } from './_components/code-form.tsx';

export const metadata: Metadata = { title: 'Enter your code' };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

/** The second step, for browsers that have done the first one. */
export default async function CodePage({ searchParams }: Props) {
  const next = localPath((await searchParams).next);
  const stepToken = await readStepCookie();
  if (!stepToken || !(await isSignInStepLiving(stepToken))) redirect(signInPath('', next));
  return (
    <>
      <h1 className="mb-6 text-title">Enter your code</h1>
      <CodeForm next={next} />
      <BackToSignIn next={next} />
    </>
  );
}
