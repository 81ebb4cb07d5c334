import Link from 'next/link';
import { Wordmark } from '#app/_ui/wordmark.tsx';
import { SignOutButton } from '../../_components/sign-out-button.tsx';

/** Who is signed in, and the way out, on pages that belong to no workspace. */
export function HomeHeader({ user }: { user: { name: string; email: string } }) {
  return (
    <header className="border-line border-b bg-sheet">
      <div className="mx-auto flex min-h-14 max-w-[84rem] items-center gap-4 px-4 py-1.5 sm:px-6">
        <Link href="/workspaces" className="flex min-h-11 items-center rounded-small">
          <Wordmark />
        </Link>
        <p className="min-w-0 flex-1 truncate text-right text-ink-soft text-small" title={user.email}>
          {user.name}
        </p>
        <SignOutButton />
      </div>
    </header>
  );
}
