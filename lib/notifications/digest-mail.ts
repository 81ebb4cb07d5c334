import type { Mail } from '#lib/mail/index.ts';

export type FinishedJob = {
  workspaceSlug: string;
  workspaceName: string;
  documentId: string;
  documentName: string;
  status: 'succeeded' | 'partially_failed' | 'failed';
  pages: number;
  failedPages: number;
};

/** More than that nobody reads in a message. */
export const MOST_LISTED = 50;

/** One message about all that ended, workspace by workspace. `publicUrl` without a slash at its end. */
export function digestMail(
  to: { email: string; name: string },
  { jobs, total }: { jobs: readonly FinishedJob[]; total: number },
  publicUrl: string,
): Mail {
  const slugs = [...new Set(jobs.map(({ workspaceSlug }) => workspaceSlug))];
  const blocks = slugs.map((slug) => {
    const own = jobs.filter(({ workspaceSlug }) => workspaceSlug === slug);
    const lines = own.map((job) => `${inWords(job)}\n${publicUrl}/${slug}/documents/${job.documentId}`);
    return [`In ${own[0]?.workspaceName}:`, ...lines].join('\n\n');
  });
  const more = total - jobs.length;
  const [first = ''] = slugs;
  const parts = [
    `Hello ${to.name},`,
    total === 1 ? 'a document has been read for you.' : `${total} documents have been read for you.`,
    ...blocks,
    ...(more > 0 ? [`And ${more} more.`] : []),
    `You get this message because you asked for it in your profile. To get it less often, or no more:\n${publicUrl}/${first}/settings/profile`,
  ];
  const subject = total === 1 ? 'A document has been read' : `${total} documents have been read`;
  return { to: to.email, subject, text: `${parts.join('\n\n')}\n` };
}

function inWords({ documentName, status, pages, failedPages }: FinishedJob): string {
  const count = pages === 1 ? '1 page' : `${pages} pages`;
  if (status === 'failed') return `${documentName}: could not be read`;
  if (status === 'partially_failed')
    return `${documentName}: ${count}, of which ${failedPages} could not be read`;
  return `${documentName}: ${count}`;
}
