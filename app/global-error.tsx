'use client';

import './globals.css';
import { WentWrong } from './_ui/went-wrong.tsx';

/** Shown when the root layout itself fails; it replaces the whole document and follows the system's colours. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body className="font-sans antialiased">
        <title>Lectern</title>
        <main id="main" className="grid min-h-dvh place-items-center">
          <WentWrong error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
