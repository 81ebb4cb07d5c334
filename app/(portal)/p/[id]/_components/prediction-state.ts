import { Ban, CircleAlert, CircleCheck, Clock, LoaderCircle, type LucideIcon } from 'lucide-react';
import type { Tone } from '#app/_ui/badge.tsx';
import type { PredictionStatus } from '#lib/contracts/index.ts';

/** What the state of a prediction looks like; it is called as in the API. */
export const predictionStates: Record<PredictionStatus, { icon: LucideIcon; tone: Tone; label: string }> = {
  starting: { icon: Clock, tone: 'busy', label: 'starting' },
  processing: { icon: LoaderCircle, tone: 'busy', label: 'processing' },
  succeeded: { icon: CircleCheck, tone: 'good', label: 'succeeded' },
  failed: { icon: CircleAlert, tone: 'bad', label: 'failed' },
  canceled: { icon: Ban, tone: 'plain', label: 'canceled' },
  aborted: { icon: Ban, tone: 'bad', label: 'aborted' },
};
