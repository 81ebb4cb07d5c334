'use client';

import { Download, FileUp, FileX, Trash2 } from 'lucide-react';
import { Button } from '#app/_ui/button.tsx';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import type { DocumentSummary } from '#lib/contracts/index.ts';
import { useUploads } from '../../../_components/uploads/upload-area.tsx';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { useDocumentVerbs } from './use-document-verbs.ts';

/** Why a file does not open, and what is left to do with it. */
export function UnreadableDocument({
  document,
  onChanged,
}: {
  document: DocumentSummary;
  onChanged: () => void;
}) {
  const { may } = useWorkspace();
  const { pickFiles } = useUploads();
  const { running, remove } = useDocumentVerbs(document, onChanged);
  return (
    <div className="rounded-large border border-line bg-sheet">
      <EmptyState
        icon={FileX}
        title="Lectern cannot read this document"
        actions={
          <>
            {may.write ? (
              <Button variant="primary" onClick={pickFiles}>
                <FileUp aria-hidden className="size-4" />
                Upload a repaired copy
              </Button>
            ) : null}
            <a href={`/api/documents/${document.id}/original`} download className={buttonStyle()}>
              <Download aria-hidden className="size-4" />
              Download the original
            </a>
            {may.write ? (
              <Button pending={running === 'delete'} onClick={remove} className="text-bad">
                <Trash2 aria-hidden className="size-4" />
                Move to trash
              </Button>
            ) : null}
          </>
        }
      >
        <p>{document.problem ?? 'The file could not be opened.'}</p>
      </EmptyState>
    </div>
  );
}
