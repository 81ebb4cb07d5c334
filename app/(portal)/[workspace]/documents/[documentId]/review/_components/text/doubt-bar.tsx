'use client';

import { ArrowDown, CircleCheck } from 'lucide-react';
import { useId } from 'react';
import { Badge } from '#app/_ui/badge.tsx';
import { Button } from '#app/_ui/button.tsx';
import { classNames } from '#app/_ui/class-names.ts';
import { plural } from '#app/_ui/words.ts';
import { DOUBTFUL_BELOW } from '#lib/corrections/index.ts';

type Props = {
  onPage: number;
  elsewhere: number;
  threshold: number;
  onThreshold: (threshold: number) => void;
  onNext: () => void;
  hasConfidence: boolean;
  /** Somebody found the page right as it is. */
  isApproved: boolean;
};

/** How many words still want a look, how to get to them, and what counts as doubt. */
export function DoubtBar({
  onPage,
  elsewhere,
  threshold,
  onThreshold,
  onNext,
  hasConfidence,
  isApproved,
}: Props) {
  const slider = useId();
  const percent = Math.round(threshold * 100);
  const ownMeasure = threshold === DOUBTFUL_BELOW ? '' : ` (below ${Math.round(DOUBTFUL_BELOW * 100)} %)`;
  if (!hasConfidence) {
    return (
      <p className="flex min-h-10 items-center border-line border-b px-3 py-1 text-ink-soft text-small">
        The service that read this page does not say how sure it is: no words are marked.
      </p>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-3 py-0.5 text-small max-sm:py-0 lg:min-h-10">
      {onPage === 0 ? (
        <Badge icon={CircleCheck} tone="good" label="No doubt left on this page" />
      ) : (
        <>
          <p className={isApproved ? 'text-ink-soft' : 'font-medium text-warn'} data-testid="doubt-on-page">
            <span className="underline decoration-2 decoration-wavy underline-offset-4">
              {plural(onPage, 'word')}
            </span>{' '}
            {isApproved ? 'approved in spite of doubt' : 'in doubt'}
          </p>
          <Button
            size="small"
            variant="quiet"
            onClick={onNext}
            className={classNames('px-2', isApproved && 'max-sm:hidden')}
          >
            <ArrowDown aria-hidden className="size-4" />
            Next
          </Button>
        </>
      )}
      {elsewhere > 0 ? (
        <p className="text-ink-soft max-sm:hidden">
          {plural(elsewhere, 'more', 'more')} in the document{ownMeasure}
        </p>
      ) : null}
      <div className="ml-auto flex min-h-8 items-center gap-2 max-sm:min-h-11">
        <label htmlFor={slider} className="text-ink-soft">
          <span className="max-sm:sr-only">Mark below</span> <span className="tabular-nums">{percent} %</span>
        </label>
        <input
          id={slider}
          type="range"
          min={0}
          max={100}
          step={5}
          value={percent}
          aria-valuetext={`${percent} % confidence`}
          onChange={({ target }) => onThreshold(Number(target.value) / 100)}
          className="w-24 accent-accent max-sm:w-20"
        />
      </div>
    </div>
  );
}
