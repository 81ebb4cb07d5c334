import { Ban, CircleAlert, CircleCheck, Clock, LoaderCircle, type LucideIcon } from 'lucide-react';
import type { Tone } from '#app/_ui/badge.tsx';
import type { PredictionStatus } from '#lib/contracts/index.ts';

/** What the state of a prediction looks like; its name is that in the API. */
export const predictionStates: Record<PredictionStatus, { icon: LucideIcon; tone: Tone; label: string }> = {
  starting: { icon: Clock, tone: 'busy', label: 'Starting' },
  processing: { icon: LoaderCircle, tone: 'busy', label: 'Processing' },
  succeeded: { icon: CircleCheck, tone: 'good', label: 'Succeeded' },
  failed: { icon: CircleAlert, tone: 'bad', label: 'Failed' },
  canceled: { icon: Ban, tone: 'plain', label: 'Canceled' },
  aborted: { icon: Ban, tone: 'bad', label: 'Aborted' },
};
