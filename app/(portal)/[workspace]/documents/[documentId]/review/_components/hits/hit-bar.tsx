'use client';

import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import type { Hits } from './use-page-hits.ts';

type Props = { query: string; hits: Hits | null; onGoTo: (line: string, word?: number) => void };

/** How often the page holds what was searched for, with the way from one place to the next. */
export function HitBar({ query, hits, onGoTo }: Props) {
  const [at, setAt] = useState(0);
  const hasShown = useRef(false);
  const count = hits?.length ?? 0;

  function goTo(place: number): void {
    const hit = hits?.[place];
    if (!hit) return;
    setAt(place);
    onGoTo(hit.line, hit.words[0]);
  }

  useEffect(() => {
    const first = hits?.[0];
    if (!first || hasShown.current) return;
    hasShown.current = true;
    onGoTo(first.line, first.words[0]);
  }, [hits, onGoTo]);

  return (
    <search
      aria-label="Found on this page"
      className="flex min-h-11 items-center gap-2 border-line border-b bg-warn-wash px-3 text-small"
    >
      <p role="status" className="min-w-0 flex-1 truncate">
        {hits === null
          ? `Looking for “${query}” …`
          : count === 0
            ? `“${query}” is not on this page.`
            : `“${query}”: ${at + 1} of ${count} on this page`}
      </p>
      {count > 1 ? (
        <>
          <Button aria-label="Previous place" onClick={() => goTo((at + count - 1) % count)}>
            <ChevronUp aria-hidden className="size-4" />
          </Button>
          <Button aria-label="Next place" onClick={() => goTo((at + 1) % count)}>
            <ChevronDown aria-hidden className="size-4" />
          </Button>
        </>
      ) : null}
      <Button aria-label="End the search" onClick={endSearch}>
        <X aria-hidden className="size-4" />
      </Button>
    </search>
  );
}

/** Next follows the address that `history` is given. */
function endSearch(): void {
  const url = new URL(window.location.href);
  url.searchParams.delete('q');
  window.history.replaceState(null, '', url);
}
