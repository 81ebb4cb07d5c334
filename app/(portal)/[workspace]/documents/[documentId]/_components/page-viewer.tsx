'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '#app/_ui/badge.tsx';
import { Button } from '#app/_ui/button.tsx';
import { classNames } from '#app/_ui/class-names.ts';
import { CopyButton } from '#app/_ui/copy-button.tsx';
import type { ExtractionLine, PageProgress } from '#lib/contracts/index.ts';
import { PicturePane } from '../review/_components/picture/picture-pane.tsx';
import { pageStates } from './page-state.ts';
import { PageStrip } from './page-strip.tsx';
import { PageText } from './page-text.tsx';
import { RetryPageButton } from './retry-page-button.tsx';
import { ReviewLink } from './review-link.tsx';
import { usePageChoice } from './use-page-choice.ts';
import { usePageText } from './use-page-text.ts';
import { type Pane, ViewSwitch } from './view-switch.tsx';

/** Words are pointed at on the review screen; here is the picture alone. */
const noLines: readonly ExtractionLine[] = [];

type Props = { documentId: string; pages: readonly [PageProgress, ...PageProgress[]]; onChanged: () => void };

/** Pages beside their text; one under the other, by choice, where there is no room. */
export function PageViewer({ documentId, pages, onChanged }: Props) {
  const { page: number, choose } = usePageChoice(pages.length);
  const [pane, setPane] = useState<Pane>('text');
  const page = pages[number - 1] ?? pages[0];
  const text = usePageText(documentId, page);
  const shownText = text.step === 'ready' ? (text.text ?? '') : '';
  const retry = (
    <RetryPageButton key={page.number} documentId={documentId} page={page.number} onDone={onChanged} />
  );

  return (
    <div
      className={classNames(
        'grid grid-cols-[minmax(0,1fr)] rounded-large border border-line bg-sheet shadow-sheet',
        'lg:min-h-96 lg:flex-1 lg:grid-rows-[minmax(0,1fr)] lg:overflow-hidden',
        pages.length > 1 ? 'lg:grid-cols-[8rem_minmax(0,0.85fr)_minmax(0,1fr)]' : 'lg:grid-cols-2',
      )}
    >
      {pages.length > 1 ? (
        <div className="border-line border-b lg:relative lg:border-r lg:border-b-0">
          <div className="lg:absolute lg:inset-0">
            <PageStrip pages={pages} chosen={page.number} onChoose={choose} />
          </div>
        </div>
      ) : null}
      <ViewSwitch pane={pane} onChange={setPane} />
      <PicturePane
        documentId={documentId}
        page={page}
        turned={0}
        size={null}
        lines={noLines}
        neighbours={[pages[number - 2]?.imageUrl ?? null, pages[number]?.imageUrl ?? null]}
        className={classNames(
          'max-lg:h-[75dvh] lg:border-line lg:border-r',
          pane === 'text' && 'max-lg:hidden',
        )}
      />
      <div className={classNames('flex min-h-0 min-w-0 flex-col', pane === 'image' && 'max-lg:hidden')}>
        <div className="flex min-h-13 flex-wrap items-center gap-x-3 border-line border-b px-4 py-1">
          <h2 className="font-sans text-small">
            Page {page.number} of {pages.length}
          </h2>
          <Badge {...pageStates[page.status]} />
          <div className="ml-auto flex items-center gap-2">
            <div className="flex max-sm:hidden">
              <StepButton to={page.number - 1} last={pages.length} onChoose={choose} />
              <StepButton to={page.number + 1} last={pages.length} onChoose={choose} isForward />
            </div>
            {page.status === 'succeeded' ? (
              <ReviewLink
                documentId={documentId}
                page={page.number}
                size="small"
                variant="quiet"
                className="max-sm:px-2 max-sm:[&_svg]:hidden"
              />
            ) : null}
            <CopyButton
              size="small"
              isCompact
              label="Copy"
              what={`The text of page ${page.number}`}
              disabled={shownText === ''}
              text={() => shownText}
            />
          </div>
        </div>
        <section
          aria-label={`Text of page ${page.number}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          tabIndex={0}
          className="-outline-offset-2 min-h-64 flex-1 overflow-y-auto p-4"
        >
          <PageText page={page} text={text} retryPage={retry} />
        </section>
      </div>
    </div>
  );
}

type StepProps = { to: number; last: number; onChoose: (page: number) => void; isForward?: boolean };

function StepButton({ to, last, onChoose, isForward = false }: StepProps) {
  if (last === 1) return null;
  const Icon = isForward ? ChevronRight : ChevronLeft;
  const isEnd = to < 1 || to > last;
  return (
    <Button
      variant="quiet"
      size="icon"
      aria-label={isForward ? 'Next page' : 'Previous page'}
      aria-disabled={isEnd}
      className={classNames(isEnd && 'cursor-not-allowed opacity-40')}
      onClick={() => (isEnd ? undefined : onChoose(to))}
    >
      <Icon aria-hidden className="size-5" />
    </Button>
  );
}
