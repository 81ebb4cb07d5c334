import type { ReactNode } from 'react';
import { Wordmark } from '#app/_ui/wordmark.tsx';

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-8 sm:justify-center">
      <header className="mb-8">
        <Wordmark />
      </header>
      <main
        id="main"
        className="w-full max-w-md rounded-large border border-line bg-sheet p-6 shadow-sheet sm:p-8"
      >
        {children}
      </main>
    </div>
  );
}
