import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { isSetUp } from '#lib/accounts/index.ts';
import { SetUpForm } from './_components/set-up-form.tsx';

export const metadata: Metadata = { title: 'Set up' };

export default async function SetUpPage() {
  if (await isSetUp()) redirect('/');
  return (
    <>
      <h1 className="text-title">Set up Lectern</h1>
      <p className="mt-2 mb-6 text-ink-soft">
        You are the first one here. This creates the first workspace and you as its owner.
      </p>
      <SetUpForm />
    </>
  );
}
