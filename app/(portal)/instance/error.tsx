'use client';

import { WentWrong } from '#app/_ui/went-wrong.tsx';

export default function InstanceError({ error, retry }: { error: unknown; retry: () => void }) {
  return <WentWrong error={error} retry={retry} />;
}
