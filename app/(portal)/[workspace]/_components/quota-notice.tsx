import { Notice } from '#app/_ui/notice.tsx';
import { plural } from '#app/_ui/words.ts';
import type { Scope } from '#lib/access/index.ts';
import { getQuota } from '#lib/usage/index.ts';

/** From here on people are told that the month's pages come to their end. */
const NEARLY = 0.8;

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** Says on every page of the workspace when most, or all, of the month's pages are taken. */
export async function QuotaNotice({ scope }: { scope: Scope }) {
  const quota = await getQuota(scope);
  if (!quota) return null;
  const { monthlyPages, readPages, pagesUnderWay, renewsAt } = quota;
  const taken = readPages + pagesUnderWay;
  if (taken < NEARLY * monthlyPages) return null;
  const isFull = taken >= monthlyPages;
  return (
    <div className="mx-auto w-full max-w-[84rem] px-4 pt-4 sm:px-6">
      <Notice
        tone={isFull ? 'bad' : 'warn'}
        title={
          isFull
            ? 'All pages of this month are taken'
            : `${plural(Math.max(0, monthlyPages - taken), 'page')} of this month are left`
        }
      >
        <p>
          This workspace may have {plural(monthlyPages, 'page')} a month read.{' '}
          {isFull ? 'No more documents are accepted until' : 'The count begins anew on'}{' '}
          {day.format(renewsAt)} (UTC){isFull ? '; whoever runs this installation can raise the quota' : ''}.
        </p>
      </Notice>
    </div>
  );
}
