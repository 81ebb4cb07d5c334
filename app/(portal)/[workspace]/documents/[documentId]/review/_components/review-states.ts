import { CircleCheck, CircleDashed, CircleDot, CircleX, type LucideIcon } from 'lucide-react';
import type { Tone } from '#app/_ui/badge.tsx';
import type { ReviewState } from '#lib/contracts/index.ts';

/** What the state of a page's review looks like and is called. */
export const reviewStates: Record<ReviewState, { icon: LucideIcon; tone: Tone; label: string }> = {
  new: { icon: CircleDashed, tone: 'plain', label: 'New' },
  in_review: { icon: CircleDot, tone: 'busy', label: 'In review' },
  approved: { icon: CircleCheck, tone: 'good', label: 'Approved' },
  rejected: { icon: CircleX, tone: 'bad', label: 'Rejected' },
};
