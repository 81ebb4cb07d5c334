'use client';

import { CircleAlert, FileQuestion, Plus } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { Skeleton } from '#app/_ui/skeleton.tsx';
import type { PageProgress } from '#lib/contracts/index.ts';
import { PageText } from '../../../_components/page-text.tsx';
import type { PageSnapshot } from '../saving/page-session.ts';
import { TextPane } from './text-pane.tsx';
import type { useLineVerbs } from './use-line-verbs.ts';
import type { TextFocus } from './use-text-focus.ts';

type Props = {
  page: PageProgress;
  snapshot: PageSnapshot;
  threshold: number;
  focus: TextFocus;
  verbs: ReturnType<typeof useLineVerbs>;
  mayWrite: boolean;
  lang: string | undefined;
  paneRef: RefObject<HTMLElement | null>;
  retryPage: ReactNode;
  onRetryLoading: () => void;
};

/** The text of a page under review, or why there is none. */
export function PageContent(props: Props) {
  const { page, snapshot, focus, verbs, mayWrite } = props;
  const { edits, problem } = snapshot;
  if (edits === null) {
    return (
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        {page.status !== 'succeeded' ? (
          <PageText page={page} text={{ step: 'loading' }} retryPage={mayWrite ? props.retryPage : null} />
        ) : problem ? (
          <EmptyState
            icon={CircleAlert}
            title="The text could not be loaded"
            actions={<Button onClick={props.onRetryLoading}>Try again</Button>}
          >
            <p>{problem.message}</p>
          </EmptyState>
        ) : (
          <LoadingLines />
        )}
      </div>
    );
  }
  return (
    <>
      <AnotherReading status={page.status} />
      {edits.lines.length === 0 ? (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <EmptyState
            icon={FileQuestion}
            title="No text was found on this page"
            actions={
              mayWrite ? (
                <Button onClick={verbs.addLine}>
                  <Plus aria-hidden className="size-4" />
                  Add a line
                </Button>
              ) : null
            }
          >
            {mayWrite ? (
              <p>If there is some, write it down line by line, or approve the empty page.</p>
            ) : null}
          </EmptyState>
        </div>
      ) : (
        <TextPane
          pageNumber={page.number}
          lines={edits.lines}
          threshold={props.threshold}
          active={focus.active}
          hovered={focus.hovered}
          wish={focus.wish}
          verbs={mayWrite ? verbs : null}
          lang={props.lang}
          onHover={focus.hover}
          onPoint={verbs.goToPoint}
          onEnter={verbs.goToText}
          paneRef={props.paneRef}
        />
      )}
    </>
  );
}

/** While the page is being read anew, what is shown is what it said before. */
function AnotherReading({ status }: { status: PageProgress['status'] }) {
  if (status === 'succeeded') return null;
  return (
    <Notice tone="info" className="m-2">
      <p>
        {status === 'failed' || status === 'canceled'
          ? 'Reading this page again did not work. This is the text of before.'
          : 'This page is being read again. Your corrections are kept, and the new text is offered to you.'}
      </p>
    </Notice>
  );
}

const WIDTHS = ['w-2/5', 'w-11/12', 'w-10/12', 'w-11/12', 'w-9/12', 'w-1/2'];

function LoadingLines() {
  return (
    <div className="space-y-4">
      <p role="status" className="sr-only">
        The text of the page is being loaded
      </p>
      {WIDTHS.map((width, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change.
        <Skeleton key={line} className={`h-4 ${width}`} />
      ))}
    </div>
  );
}
