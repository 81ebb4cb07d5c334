import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { signInPath } from './sign-in-path.ts';

export function BackToSignIn({ next = '/' }: { next?: string }) {
  return (
    <p className="mt-6 text-small">
      <Link href={signInPath('', next)} className="inline-flex items-center gap-1.5 text-accent underline">
        <ArrowLeft aria-hidden className="size-4" />
        Back to signing in
      </Link>
    </p>
  );
}
