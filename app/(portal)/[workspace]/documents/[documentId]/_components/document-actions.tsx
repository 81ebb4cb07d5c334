'use client';

import { Ban, Download, Ellipsis, FileInput, FileOutput, RefreshCw, RotateCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { Menu, MenuItem, MenuLine } from '#app/_ui/menu.tsx';
import type { DocumentSummary } from '#lib/contracts/index.ts';
import { ExportDialog } from '../../../_components/export-dialog.tsx';
import { DEFAULT_LANGUAGE, parseLanguage } from '../../../_components/uploads/language-choice.ts';
import { LanguageSelect } from '../../../_components/uploads/language-select.tsx';
import { useLanguages } from '../../../_components/uploads/languages-context.tsx';
import { useWorkspace } from '../../../_components/workspace-context.tsx';
import { isUnderWay } from '../../_components/document-state.ts';
import { hasText } from '../../_components/document-text.ts';
import { ImportDialog } from './import/import-dialog.tsx';
import { ReviewLink } from './review-link.tsx';
import { TextActions } from './text-actions.tsx';
import { useDocumentVerbs } from './use-document-verbs.ts';

type Question = 'again' | 'export' | 'import' | null;

// On phones what comes and goes stands last, so that the rest keeps its place.
const compact = 'max-sm:order-last max-sm:px-3 max-sm:text-small';

/** Everything that can be done with the whole document. */
export function DocumentActions({
  document,
  onChanged,
}: {
  document: DocumentSummary;
  onChanged: () => void;
}) {
  const { id, name, job } = document;
  const { may } = useWorkspace();
  const { choices } = useLanguages();
  const [question, setQuestion] = useState<Question>(null);
  /** What the question whether to read again offers: when it is asked, the language of the last time. */
  const [language, setLanguage] = useState(DEFAULT_LANGUAGE);
  const { running, cancel, retryFailed, readAgain, remove } = useDocumentVerbs(document, onChanged);
  function askToReadAgain() {
    setLanguage(parseLanguage(job?.languages[0], choices));
    setQuestion('again');
  }
  const isEnded = job !== null && !isUnderWay(job);
  // The only page of a document has this button beside it.
  const canRetry = may.write && isEnded && job.pages.total > 1 && job.pages.failed + job.pages.canceled > 0;
  const canReadAgain = may.write && document.state === 'ready' && !isUnderWay(job);
  // While it is being read, text is to be expected: the buttons stand there from the beginning.
  const isWithoutText = !hasText(document) && (document.state === 'unreadable' || isEnded);

  return (
    <div className="flex flex-wrap items-center gap-1.5 sm:gap-2">
      {may.write && isUnderWay(job) ? (
        <Button pending={running === 'cancel'} onClick={cancel} className={compact}>
          <Ban aria-hidden className="size-4" />
          Cancel
        </Button>
      ) : null}
      {canRetry ? (
        <Button variant="primary" pending={running === 'retry'} onClick={retryFailed} className={compact}>
          <RotateCw aria-hidden className="size-4" />
          {job.pages.canceled > 0 ? 'Read the remaining pages' : 'Read failed pages again'}
        </Button>
      ) : null}
      {hasText(document) ? (
        <ReviewLink
          documentId={id}
          variant={canRetry ? 'secondary' : 'primary'}
          className="max-sm:px-3 max-sm:text-small max-sm:[&_svg]:hidden"
        />
      ) : null}
      {isWithoutText ? null : <TextActions documentId={id} hasText={hasText(document)} />}
      {document.state === 'ready' && !isWithoutText ? (
        <Button
          disabled={!hasText(document)}
          onClick={() => setQuestion('export')}
          className="max-sm:px-3 max-sm:text-small"
        >
          <FileOutput aria-hidden className="size-4 max-sm:hidden" />
          Export
        </Button>
      ) : null}
      <Menu
        trigger={
          <Button size="icon" className="sm:min-h-10 sm:min-w-10" aria-label={`More to do with ${name}`}>
            <Ellipsis aria-hidden className="size-5" />
          </Button>
        }
      >
        <MenuItem asChild>
          <a href={`/api/documents/${id}/original`} download>
            <Download aria-hidden />
            Download the original
          </a>
        </MenuItem>
        {may.write ? (
          <>
            <MenuLine />
            <MenuItem disabled={!canReadAgain} onSelect={askToReadAgain}>
              <RefreshCw aria-hidden />
              Read all pages again
            </MenuItem>
            <MenuItem disabled={!hasText(document)} onSelect={() => setQuestion('import')}>
              <FileInput aria-hidden />
              Import hOCR or ALTO
            </MenuItem>
            <MenuItem className="text-bad" onSelect={remove}>
              <Trash2 aria-hidden />
              Move to trash
            </MenuItem>
          </>
        ) : null}
      </Menu>
      <ExportDialog
        open={question === 'export'}
        onOpenChange={() => setQuestion(null)}
        what={`“${name}”`}
        scope={{ documentIds: [id], pageCount: document.pageCount }}
      />
      {question === 'import' ? (
        <ImportDialog documentId={id} onClose={() => setQuestion(null)} onImported={onChanged} />
      ) : null}
      <ConfirmDialog
        open={question === 'again'}
        onOpenChange={() => setQuestion(null)}
        title="Read all pages again?"
        confirmLabel="Read again"
        onConfirm={() => readAgain(choices.length > 0 ? language : undefined)}
      >
        <p>Every page of “{name}” is read anew. The present text is kept until its page has been read.</p>
        <LanguageSelect
          label="Language of the text"
          value={language}
          onChange={setLanguage}
          className="mt-3"
        />
      </ConfirmDialog>
    </div>
  );
}
