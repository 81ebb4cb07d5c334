'use client';

import { useEffect, useState } from 'react';

/** The moment to the second, in the reader's own zone once the browser has said which that is; UTC before. */
export function ExactTime({ at }: { at: string }) {
  const [words, setWords] = useState(() => `${at.slice(0, 19).replace('T', ' ')} UTC`);
  useEffect(() => setWords(new Date(at).toLocaleString()), [at]);
  return <time dateTime={at}>{words}</time>;
}
