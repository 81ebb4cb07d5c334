import { Ban, CircleAlert, CircleCheck, Clock, LoaderCircle, type LucideIcon } from 'lucide-react';
import type { Tone } from '#app/_ui/badge.tsx';
import type { JobPageStatus } from '#lib/contracts/index.ts';

const waiting = { icon: Clock, tone: 'plain', label: 'Waiting' } as const;

/** What a page's state looks like and is called. */
export const pageStates: Record<
  JobPageStatus,
  { icon: LucideIcon; tone: Tone; label: string; spin?: boolean }
> = {
  queued: waiting,
  submitted: waiting,
  processing: { icon: LoaderCircle, tone: 'busy', label: 'Reading', spin: true },
  succeeded: { icon: CircleCheck, tone: 'good', label: 'Read' },
  failed: { icon: CircleAlert, tone: 'bad', label: 'Failed' },
  canceled: { icon: Ban, tone: 'plain', label: 'Canceled' },
};
