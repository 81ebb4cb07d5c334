import { Notice } from '#app/_ui/notice.tsx';
import { ProgressBar } from '#app/_ui/progress-bar.tsx';
import { plural } from '#app/_ui/words.ts';
import type { Quota } from '#lib/usage/index.ts';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** How much of the month's pages is taken. */
export function QuotaMeter({
  quota: { monthlyPages, readPages, pagesUnderWay, renewsAt },
}: {
  quota: Quota;
}) {
  const taken = readPages + pagesUnderWay;
  const isFull = taken >= monthlyPages;
  return (
    <Notice tone={isFull ? 'bad' : taken >= 0.8 * monthlyPages ? 'warn' : 'info'} title="Pages this month">
      <p>
        {readPages.toLocaleString('en')} of {plural(monthlyPages, 'page')} are read
        {pagesUnderWay > 0 ? `, ${pagesUnderWay.toLocaleString('en')} more are under way` : ''}. The count
        begins anew on {day.format(renewsAt)} (UTC). Whoever runs this installation sets the quota.
      </p>
      <ProgressBar
        label="Pages of this month’s quota"
        fraction={monthlyPages === 0 ? 1 : taken / monthlyPages}
        valueText={`${taken.toLocaleString('en')} of ${plural(monthlyPages, 'page')}`}
        className="mt-2"
      />
    </Notice>
  );
}
