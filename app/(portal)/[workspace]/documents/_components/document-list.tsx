'use client';

import { FileUp } from 'lucide-react';
import { Button } from '#app/_ui/button.tsx';
import { LanguageSelect } from '../../_components/uploads/language-select.tsx';
import { useLanguages } from '../../_components/uploads/languages-context.tsx';
import { useUploads } from '../../_components/uploads/upload-area.tsx';
import { useWorkspace } from '../../_components/workspace-context.tsx';
import { DocumentRow } from './document-row.tsx';
import type { DocumentsPart } from './fetch-documents.ts';
import { FirstSteps } from './first-steps.tsx';
import { useDocuments } from './use-documents.ts';

export function DocumentList({ initial }: { initial: DocumentsPart }) {
  const { slug, may } = useWorkspace();
  const { pickFiles } = useUploads();
  const { chosen, choose } = useLanguages();
  const { documents, hasMore, isLoadingMore, loadMore } = useDocuments(initial);
  if (documents.length === 0) return <FirstSteps />;
  return (
    <>
      <div className="mb-4 flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h1 className="text-title">Documents</h1>
        {may.write ? (
          <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-2">
            <LanguageSelect label="Language of the text" value={chosen} onChange={choose} />
            <Button variant="primary" onClick={pickFiles}>
              <FileUp aria-hidden className="size-4" />
              Upload
            </Button>
          </div>
        ) : null}
      </div>
      <ul className="divide-y divide-line overflow-hidden rounded-large border border-line bg-sheet shadow-sheet">
        {documents.map((document) => (
          <DocumentRow key={document.id} href={`/${slug}/documents/${document.id}`} document={document} />
        ))}
      </ul>
      {hasMore ? (
        <div className="mt-4 text-center">
          <Button pending={isLoadingMore} onClick={() => void loadMore()}>
            Load more
          </Button>
        </div>
      ) : null}
      {may.write ? (
        <p className="mt-4 text-ink-soft text-small max-sm:hidden">
          You can also drop files anywhere in this window, or paste a picture.
        </p>
      ) : null}
    </>
  );
}
