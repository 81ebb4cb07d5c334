import { LimitReached } from '#lib/platform/index.ts';

/** The workspace's pages of this month are used up: paying more, not waiting a moment, would help. */
export class QuotaReached extends LimitReached {
  override name = 'QuotaReached';
}
