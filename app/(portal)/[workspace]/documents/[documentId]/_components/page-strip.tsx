'use client';

import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { toneInks } from '#app/_ui/badge.tsx';
import { classNames } from '#app/_ui/class-names.ts';
import { Picture } from '#app/_ui/picture.tsx';
import type { JobPageStatus, PageProgress } from '#lib/contracts/index.ts';
import { pageStates } from './page-state.ts';

type StateView = (typeof pageStates)[JobPageStatus];

type Props = {
  pages: readonly PageProgress[];
  chosen: number;
  onChoose: (page: number) => void;
  /** The same object for the same state; how far reading is, unless something else matters more. */
  stateOf?: (page: PageProgress) => StateView;
};

/** All pages with their states. One stop of the Tab key; arrows, Home and End move inside. */
export function PageStrip({ pages, chosen, onChoose, stateOf = readingState }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const hadFocus = useRef(false);

  useEffect(() => {
    const button = list.current?.querySelector<HTMLElement>(`[data-page="${chosen}"]`);
    if (hadFocus.current) button?.focus({ preventScroll: true });
    hadFocus.current = false;
    // Asking for places now would have the whole new page laid out twice.
    const frame = requestAnimationFrame(() => {
      if (list.current && button) bringIntoView(list.current, button);
    });
    return () => cancelAnimationFrame(frame);
  }, [chosen]);

  function onKeyDown(event: KeyboardEvent) {
    const target = pageAfterKey(event.key, chosen, pages.length);
    if (target === undefined) return;
    event.preventDefault();
    hadFocus.current = true;
    onChoose(target);
  }
  return (
    <nav aria-label="Pages" className="lg:h-full">
      <ol
        ref={list}
        onKeyDown={onKeyDown}
        className="flex gap-2 overflow-x-auto p-2 lg:h-full lg:flex-col lg:overflow-x-hidden lg:overflow-y-auto"
      >
        {pages.map((page) => (
          <PageButton
            key={page.number}
            page={page}
            state={stateOf(page)}
            isChosen={page.number === chosen}
            onChoose={onChoose}
          />
        ))}
      </ol>
    </nav>
  );
}

function readingState({ status }: PageProgress): StateView {
  return pageStates[status];
}

/** Scrolls the strip alone: scrollIntoView would move the whole page as well. */
function bringIntoView(strip: HTMLElement, button: HTMLElement) {
  const frame = strip.getBoundingClientRect();
  const target = button.getBoundingClientRect();
  const isInView =
    target.left >= frame.left &&
    target.right <= frame.right &&
    target.top >= frame.top &&
    target.bottom <= frame.bottom;
  if (isInView) return;
  strip.scrollBy({
    left: target.left + target.width / 2 - frame.left - frame.width / 2,
    top: target.top + target.height / 2 - frame.top - frame.height / 2,
  });
}

function pageAfterKey(key: string, page: number, last: number): number | undefined {
  if (key === 'ArrowDown' || key === 'ArrowRight') return Math.min(last, page + 1);
  if (key === 'ArrowUp' || key === 'ArrowLeft') return Math.max(1, page - 1);
  if (key === 'Home') return 1;
  if (key === 'End') return last;
  return undefined;
}

type ButtonProps = {
  page: PageProgress;
  state: StateView;
  isChosen: boolean;
  onChoose: (page: number) => void;
};

// Hundreds of pages: each is drawn only when it changes, and laid out only when it is in view.
const PageButton = memo(function PageButton({ page, state, isChosen, onChoose }: ButtonProps) {
  const { icon: Icon, label, spin, tone } = state;
  const percent = page.status === 'processing' ? page.percent : null;
  return (
    <li className="shrink-0 [contain-intrinsic-size:4.5rem_6.75rem] [content-visibility:auto] lg:[contain-intrinsic-size:6rem_9rem]">
      <button
        type="button"
        data-page={page.number}
        data-status={page.status}
        tabIndex={isChosen ? 0 : -1}
        aria-current={isChosen ? 'true' : undefined}
        aria-label={`Page ${page.number}: ${label}${percent === null ? '' : `, ${percent} %`}`}
        onClick={() => onChoose(page.number)}
        className={classNames(
          'block w-18 rounded-normal border-2 p-1 lg:w-24',
          isChosen ? 'border-accent bg-accent-wash' : 'border-transparent hover:bg-well',
        )}
      >
        <span className="relative block h-18 lg:h-26">
          <Picture
            url={page.thumbnailUrl}
            fallback={<span className="block h-full rounded-small bg-well" />}
            style={{ aspectRatio: `${page.width} / ${page.height}` }}
            className="mx-auto h-full max-w-full rounded-small border border-line object-contain"
          />
          {percent === null ? null : <PercentRead percent={percent} />}
        </span>
        <span className="mt-1 flex h-5 items-center justify-center gap-1 text-small tabular-nums">
          <Icon aria-hidden className={classNames('size-3.5', toneInks[tone], spin && 'animate-spin')} />
          {page.number}
        </span>
      </button>
    </li>
  );
});

/** The button around it says the figure. */
function PercentRead({ percent }: { percent: number }) {
  return (
    <span aria-hidden className="absolute inset-x-1 bottom-1 h-1 overflow-hidden rounded-full bg-well">
      <span
        className="block h-full origin-left rounded-full bg-accent transition-transform duration-300"
        style={{ transform: `scaleX(${percent / 100})` }}
      />
    </span>
  );
}
