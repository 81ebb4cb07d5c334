'use client';

import { CloudAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

/** Next keeps an error's words from the browser and gives a number that the server's log has, too. */
function numberOf(error: unknown): string | undefined {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined;
  return typeof digest === 'string' ? digest : undefined;
}

/** The face of an error boundary: what happened, what to do, and a number for the operator. */
export function WentWrong({ error, retry }: { error: unknown; retry: () => void }) {
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => region.current?.focus(), []);
  const number = numberOf(error);
  return (
    <div ref={region} tabIndex={-1} role="alert" className="outline-none">
      <EmptyState
        icon={CloudAlert}
        level="h1"
        title="This page could not be shown"
        actions={
          <Button variant="primary" onClick={() => retry()}>
            Try again
          </Button>
        }
      >
        <p>Something failed on the server. Nothing you uploaded is lost.</p>
        {number ? (
          <p className="text-small">If it happens again, tell your operator this number: {number}</p>
        ) : null}
      </EmptyState>
    </div>
  );
}
