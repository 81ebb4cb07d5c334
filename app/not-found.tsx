import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { buttonStyle } from './_ui/button-style.ts';
import { EmptyState } from './_ui/empty-state.tsx';
import { Wordmark } from './_ui/wordmark.tsx';

export default function NotFound() {
  return (
    <main id="main" className="flex min-h-dvh flex-col items-center justify-center">
      <Wordmark />
      <EmptyState
        icon={SearchX}
        level="h1"
        title="There is nothing at this address"
        actions={
          <Link href="/" className={buttonStyle({ variant: 'primary' })}>
            Go to your documents
          </Link>
        }
      >
        <p>
          It may have been deleted, it may belong to a workspace you are not in, or the link is incomplete.
        </p>
      </EmptyState>
    </main>
  );
}
