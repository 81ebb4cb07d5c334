/** How many pages a workspace may have read in a calendar month (UTC), and how many of them are taken. */
export type Quota = {
  monthlyPages: number;
  /** Read this month. */
  readPages: number;
  /** Accepted and not ended yet. */
  pagesUnderWay: number;
  /** When a new month begins. */
  renewsAt: Date;
};

/** Of the calendar month, in UTC. */
export function monthOf(now: Date): { from: Date; to: Date } {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  return { from: new Date(Date.UTC(year, month, 1)), to: new Date(Date.UTC(year, month + 1, 1)) };
}

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** Why work is not accepted, with all the numbers. */
export function quotaSentence(
  { monthlyPages, readPages, pagesUnderWay, renewsAt }: Quota,
  asked: number,
): string {
  const underWay = pagesUnderWay === 0 ? '' : ` and ${inWords(pagesUnderWay)} under way`;
  return (
    `This workspace may have ${inWords(monthlyPages)} a month read. ` +
    `${readPages.toLocaleString('en')} are read${underWay}, so ${inWords(asked)} more cannot be accepted. ` +
    `The count begins anew on ${day.format(renewsAt)} (UTC); whoever runs this installation can raise the quota.`
  );
}

function inWords(pages: number): string {
  return pages === 1 ? '1 page' : `${pages.toLocaleString('en')} pages`;
}
