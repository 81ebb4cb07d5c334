'use client';

import { useEffect, useState } from 'react';
import { type Suggestions, suggestionsSchema } from '#lib/contracts/index.ts';
import { getJson } from '../get-json.ts';

const PAUSE_MS = 150;
const none: Suggestions = { words: [], documents: [] };

/** What the end of `input` may become, a moment after the last key. Nothing while it cannot be found out. */
export function useSuggestions(slug: string, input: string): Suggestions {
  const [answered, setAnswered] = useState({ input: '', suggestions: none });
  useEffect(() => {
    if (input.trim().length < 2) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ workspace: slug, q: input });
      const answer = await getJson(`/api/search/suggestions?${query}`, suggestionsSchema);
      if (isCurrent && answer.outcome === 'ok') setAnswered({ input, suggestions: answer.data });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [slug, input]);
  return answered.input === input ? answered.suggestions : none;
}
