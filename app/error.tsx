'use client';

import { WentWrong } from './_ui/went-wrong.tsx';

export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main id="main" className="grid min-h-dvh place-items-center">
      <WentWrong error={error} retry={retry} />
    </main>
  );
}
