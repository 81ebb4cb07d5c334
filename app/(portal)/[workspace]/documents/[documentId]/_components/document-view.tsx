'use client';

import Link from 'next/link';
import { PageFrame } from '#app/_ui/page-frame.tsx';
import type { DocumentProgress, PageProgress } from '#lib/contracts/index.ts';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { DocumentActions } from './document-actions.tsx';
import { PageViewer } from './page-viewer.tsx';
import { StatusSummary } from './status-summary.tsx';
import { TrashedDocument } from './trashed-document.tsx';
import { UnopenedDocument } from './unopened-document.tsx';
import { UnreadableDocument } from './unreadable-document.tsx';
import { useDocumentProgress } from './use-document-progress.ts';

/** A document while it is being read and afterwards. */
export function DocumentView({ initial }: { initial: DocumentProgress }) {
  const { slug } = useWorkspace();
  const { progress, isGone, refresh } = useDocumentProgress(initial);
  const { document, pages } = progress;
  const list = `/${slug}/documents`;
  if (isGone) return <TrashedDocument documentId={document.id} name={document.name} onRestored={refresh} />;
  return (
    <PageFrame className="flex flex-col gap-4 sm:py-4 lg:h-[calc(100dvh-3.5rem-1px)] lg:min-h-160">
      <header>
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <div className="min-w-0 flex-1 basis-80">
            <div className="mb-1 items-baseline gap-2 sm:flex">
              <nav aria-label="Breadcrumb" className="text-small">
                <Link
                  href={list}
                  className="inline-flex min-h-6 items-center text-accent underline max-sm:-my-2.5 max-sm:min-h-11"
                >
                  Documents
                </Link>
              </nav>
              <span aria-hidden className="text-ink-soft max-sm:hidden">
                /
              </span>
              <h1 className="line-clamp-2 min-w-0 text-title [overflow-wrap:anywhere]" title={document.name}>
                {document.name}
              </h1>
            </div>
            <StatusSummary document={document} />
          </div>
          <DocumentActions document={document} onChanged={refresh} />
        </div>
      </header>
      {document.locked || document.state === 'inspecting' ? (
        <UnopenedDocument document={document} onChanged={refresh} />
      ) : null}
      {document.state === 'unreadable' && !document.locked ? (
        <UnreadableDocument document={document} onChanged={refresh} />
      ) : null}
      {document.state === 'ready' && hasPages(pages) ? (
        <PageViewer documentId={document.id} pages={pages} onChanged={refresh} />
      ) : null}
    </PageFrame>
  );
}

function hasPages(pages: readonly PageProgress[]): pages is readonly [PageProgress, ...PageProgress[]] {
  return pages.length > 0;
}
