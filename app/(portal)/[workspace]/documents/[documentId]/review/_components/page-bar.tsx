'use client';

import {
  Check,
  CheckCheck,
  ChevronLeft,
  ChevronRight,
  Ellipsis,
  FileInput,
  FileOutput,
  RefreshCw,
  RotateCcw,
  X,
} from 'lucide-react';
import { Badge } from '#app/_ui/badge.tsx';
import { Button } from '#app/_ui/button.tsx';
import { classNames } from '#app/_ui/class-names.ts';
import { Menu, MenuItem, MenuLine } from '#app/_ui/menu.tsx';
import type { Extraction } from '#lib/contracts/index.ts';
import { reviewStates } from './review-states.ts';
import type { usePageDecisions } from './use-page-decisions.ts';

type Props = {
  page: number;
  last: number;
  /** Null while nothing is known of the page. */
  extraction: Extraction | null;
  mayDecide: boolean;
  decisions: ReturnType<typeof usePageDecisions>;
  onPage: (page: number) => void;
  onReject: () => void;
  /** Null while the document is being read. */
  onReadAgain: (() => void) | null;
  onImport: () => void;
  onExport: () => void;
};

/** Which page it is, what was decided about it, and the decisions. */
export function PageBar(props: Props) {
  const { page, last, extraction, mayDecide, decisions, onPage, onReject, onReadAgain, onImport, onExport } =
    props;
  const state = extraction?.state;
  const { running } = decisions;
  return (
    <div className="@container flex flex-col justify-center border-line border-b lg:min-h-13">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5 pr-2 pl-1 max-sm:gap-x-1 max-sm:py-0.5 max-sm:pr-0 max-sm:pl-0">
        <div className="flex items-center">
          <Step page={page} by={-1} last={last} onPage={onPage} />
          <h2 className="whitespace-nowrap font-sans font-semibold text-small tabular-nums">
            <span className="@max-xl:sr-only">Page</span> {page} <span className="@max-xl:sr-only">of</span>
            <span aria-hidden className="@xl:hidden">
              /
            </span>{' '}
            {last}
          </h2>
          <Step page={page} by={1} last={last} onPage={onPage} />
        </div>
        {state ? <Badge {...reviewStates[state]} /> : null}
        {extraction?.reviewedBy && (state === 'approved' || state === 'rejected') ? (
          <span className="truncate text-ink-soft text-small @max-xl:hidden">by {extraction.reviewedBy}</span>
        ) : null}
        {mayDecide && extraction ? (
          <div className="ml-auto flex items-center gap-1.5 max-sm:gap-0.5">
            {state === 'approved' || state === 'rejected' ? (
              <Button
                size="small"
                pending={running === 'in_review'}
                onClick={decisions.reopen}
                className="max-sm:px-2"
              >
                <RotateCcw aria-hidden className="size-4" />
                Review again
              </Button>
            ) : (
              <>
                <Button size="small" variant="quiet" onClick={onReject} className="text-bad max-sm:hidden">
                  <X aria-hidden className="size-4" />
                  Reject
                </Button>
                <Button
                  size="small"
                  variant="primary"
                  pending={running === 'approved'}
                  onClick={decisions.approvePage}
                >
                  <Check aria-hidden className="size-4" />
                  <span>
                    Approve<span className="@max-xl:sr-only"> page</span>
                  </span>
                </Button>
              </>
            )}
            <Menu
              trigger={
                <Button
                  size="icon"
                  variant="quiet"
                  aria-label="More to do with this page"
                  pending={running === 'document'}
                >
                  <Ellipsis aria-hidden className="size-5" />
                </Button>
              }
            >
              <MenuItem onSelect={decisions.approveAll}>
                <CheckCheck aria-hidden />
                Approve all pages, open the next document
              </MenuItem>
              {state === 'approved' || state === 'rejected' ? null : (
                <MenuItem onSelect={onReject} className="text-bad sm:hidden">
                  <X aria-hidden />
                  Reject this page
                </MenuItem>
              )}
              <MenuLine />
              <MenuItem disabled={onReadAgain === null} onSelect={() => onReadAgain?.()}>
                <RefreshCw aria-hidden />
                Read this page again
              </MenuItem>
              <MenuItem onSelect={onImport}>
                <FileInput aria-hidden />
                Import hOCR or ALTO
              </MenuItem>
              <MenuItem onSelect={onExport}>
                <FileOutput aria-hidden />
                Export the document
              </MenuItem>
            </Menu>
          </div>
        ) : null}
      </div>
    </div>
  );
}

type StepProps = { page: number; by: 1 | -1; last: number; onPage: (page: number) => void };

function Step({ page, by, last, onPage }: StepProps) {
  if (last === 1) return <span className="w-2" />;
  const isEnd = page + by < 1 || page + by > last;
  const Icon = by === 1 ? ChevronRight : ChevronLeft;
  return (
    <Button
      variant="quiet"
      size="icon"
      aria-label={by === 1 ? 'Next page' : 'Previous page'}
      aria-disabled={isEnd}
      className={classNames(isEnd && 'cursor-not-allowed opacity-40')}
      onClick={() => (isEnd ? undefined : onPage(page + by))}
    >
      <Icon aria-hidden className="size-5" />
    </Button>
  );
}
