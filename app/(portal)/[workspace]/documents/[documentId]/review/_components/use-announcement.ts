'use client';

import { useCallback, useState } from 'react';

/** Words for a live region. The same words twice are told apart by an unheard blank. */
export function useAnnouncement(): [words: string, say: (words: string) => void] {
  const [words, setWords] = useState('');
  const say = useCallback((next: string) => setWords((said) => (said === next ? `${next}\u00a0` : next)), []);
  return [words, say];
}
