import { CircleAlert, CircleCheck, Clock, LoaderCircle, RotateCw } from 'lucide-react';
import type { DeliveryState } from '#lib/webhooks/index.ts';

const states = {
  waiting: { icon: Clock, tone: 'plain', label: 'Waiting' },
  sending: { icon: LoaderCircle, tone: 'busy', label: 'Sending' },
  again: { icon: RotateCw, tone: 'warn', label: 'Trying again' },
  delivered: { icon: CircleCheck, tone: 'good', label: 'Delivered' },
  gave_up: { icon: CircleAlert, tone: 'bad', label: 'Gave up' },
} as const;

/** What the state of a delivery looks like. */
export function stateOfDelivery(state: DeliveryState, attempts: number) {
  if (state !== 'pending') return states[state];
  return attempts > 0 ? states.again : states.sending;
}
