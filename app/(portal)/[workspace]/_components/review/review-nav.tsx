'use client';

import { AtSign } from 'lucide-react';
import Link from 'next/link';
import { NavLink } from '../nav-link.tsx';
import { useWorkspace } from '../workspace-context.tsx';
import { useReviewCounts } from './review-counts.tsx';

/** To the queue, with how many documents wait for the reader. */
export function ReviewNavLink() {
  const { slug } = useWorkspace();
  const { waiting } = useReviewCounts().counts;
  return (
    <NavLink href={`/${slug}/review`}>
      Review
      {waiting > 0 ? (
        <span className="ml-1.5 rounded-full bg-well px-1.5 text-fine text-ink tabular-nums">
          {inBrief(waiting)}
          <span className="sr-only"> waiting</span>
        </span>
      ) : null}
    </NavLink>
  );
}

/** To the comments that mention the reader, with how many are new. */
export function MentionsLink() {
  const { slug } = useWorkspace();
  const { mentions } = useReviewCounts().counts;
  return (
    <Link
      href={`/${slug}/review/mentions`}
      aria-label={mentions > 0 ? `Mentions: ${mentions} new` : 'Mentions'}
      className="relative grid size-11 place-items-center rounded-normal text-ink-soft hover:text-ink sm:size-9"
    >
      <AtSign aria-hidden className="size-5" />
      {mentions > 0 ? (
        <span
          aria-hidden
          className="absolute top-0.5 right-0 rounded-full bg-accent px-1.5 font-medium text-fine text-on-accent tabular-nums"
        >
          {inBrief(mentions)}
        </span>
      ) : null}
    </Link>
  );
}

function inBrief(count: number): string {
  return count > 99 ? '99+' : String(count);
}
