'use client';

import { Ban, CircleAlert, Clock, FileQuestion, type LucideIcon, ScanText } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { Skeleton } from '#app/_ui/skeleton.tsx';
import type { PageProgress } from '#lib/contracts/index.ts';
import type { PageTextState } from './use-page-text.ts';

type Props = { page: PageProgress; text: PageTextState; retryPage: ReactNode };

/** What a page says, or why it says nothing yet; then, what an earlier reading found. */
export function PageText({ page, text, retryPage }: Props) {
  const earlierText = page.status !== 'succeeded' && text.step === 'ready' ? text.text : null;
  return (
    <>
      <PageState page={page} text={text} retryPage={retryPage} />
      {earlierText ? (
        <section className="border-line border-t pt-4 text-ink-soft">
          <h3 className="pb-2 font-sans font-semibold text-small">What an earlier reading found</h3>
          <Lines text={earlierText} />
        </section>
      ) : null}
    </>
  );
}

function PageState({ page, text, retryPage }: Props) {
  if (page.status === 'queued' || page.status === 'submitted') {
    return <Saying icon={Clock} title="This page waits for its turn" />;
  }
  if (page.status === 'processing') {
    return (
      <Saying icon={ScanText} title="This page is being read">
        <ShownLines />
      </Saying>
    );
  }
  if (page.status === 'failed') {
    return (
      <Saying icon={CircleAlert} title="This page could not be read">
        <p>{page.error ?? 'No reason was given.'}</p>
        {retryPage}
      </Saying>
    );
  }
  if (page.status === 'canceled') {
    return (
      <Saying icon={Ban} title="Reading was canceled before this page">
        {retryPage}
      </Saying>
    );
  }
  if (text.step === 'failed') {
    return (
      <Saying icon={CircleAlert} title="The text could not be loaded">
        <p>{text.message}</p>
        <Button onClick={text.retry}>Try again</Button>
      </Saying>
    );
  }
  if (text.step !== 'ready') return <ShownLines />;
  if (!text.text?.trim()) return <Saying icon={FileQuestion} title="No text was found on this page" />;
  return (
    <div data-testid="page-text">
      <Lines text={text.text} />
    </div>
  );
}

function Lines({ text }: { text: string }) {
  return <p className="whitespace-pre-wrap text-small leading-6 [overflow-wrap:anywhere]">{text}</p>;
}

function Saying({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children?: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-3 py-10 text-center text-ink-soft [overflow-wrap:anywhere]">
      <Icon aria-hidden className="size-8" strokeWidth={1.5} />
      <p className="font-medium text-ink">{title}</p>
      {children}
    </div>
  );
}

const WIDTHS = ['w-3/5', 'w-11/12', 'w-10/12', 'w-11/12', 'w-1/2'];

function ShownLines() {
  return (
    <div className="w-full space-y-3">
      {WIDTHS.map((width, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change.
        <Skeleton key={line} className={`h-4 ${width}`} />
      ))}
    </div>
  );
}
