'use client';

import { useId, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { Spinner } from '#app/_ui/spinner.tsx';
import { plural } from '#app/_ui/words.ts';
import { type ImportPreview, MAX_IMPORT_BYTES } from '#lib/contracts/index.ts';
import { newName } from '../../review/_components/saving/kept-edits.ts';
import { decodeFile } from './decode-file.ts';
import { ImportPreviewList } from './import-preview.tsx';
import { askPreview, sendImport } from './send-file.ts';

type Props = {
  documentId: string;
  /** For this page alone. */
  page?: number;
  onClose: () => void;
  onImported: () => void;
};

type Step =
  | { step: 'choose'; problem?: string }
  | { step: 'looking' }
  /** `saveId` stays the same however often it is sent. */
  | { step: 'ready' | 'importing'; text: string; saveId: string; preview: ImportPreview; problem?: string };

/** Puts what another program read in place of what pages say: choose a file, see what would change, say yes. */
export function ImportDialog({ documentId, page, onClose, onImported }: Props) {
  const inputId = useId();
  const [state, setState] = useState<Step>({ step: 'choose' });

  async function look(file: File | undefined) {
    if (!file) return;
    if (file.size > MAX_IMPORT_BYTES) {
      return setState({ step: 'choose', problem: `“${file.name}” is larger than 16 MB.` });
    }
    setState({ step: 'looking' });
    const text = decodeFile(new Uint8Array(await file.arrayBuffer()));
    const answer = await askPreview({ documentId, page, text });
    if ('problem' in answer) return setState({ step: 'choose', problem: answer.problem });
    setState({ step: 'ready', text, saveId: newName(), preview: answer.data });
  }

  async function run() {
    if (state.step !== 'ready') return;
    setState({ ...state, step: 'importing' });
    const answer = await sendImport({ documentId, page, text: state.text }, state.saveId);
    if ('problem' in answer) return setState({ ...state, problem: answer.problem });
    toast.success(`${plural(answer.data.pages, 'page')} imported.`);
    onImported();
    onClose();
  }

  const isReady = state.step === 'ready' || state.step === 'importing';
  const problem = 'problem' in state ? state.problem : undefined;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={page === undefined ? 'Import the text of all pages' : `Import the text of page ${page}`}
      description={<p>From an hOCR or ALTO file that another program wrote for the same pages.</p>}
      actions={
        <>
          <Button onClick={onClose}>Keep as it is</Button>
          {isReady ? (
            <Button
              variant="primary"
              pending={state.step === 'importing'}
              disabled={state.preview.pages.length === 0}
              onClick={() => void run()}
            >
              Replace the text of {plural(state.preview.pages.length, 'page')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="space-y-4">
        <div className="space-y-1.5">
          <label htmlFor={inputId} className="block font-medium text-small">
            File (.hocr, .html or .xml)
          </label>
          <input
            id={inputId}
            type="file"
            accept=".hocr,.html,.htm,.xhtml,.xml,.alto"
            disabled={state.step === 'looking' || state.step === 'importing'}
            onChange={({ target }) => void look(target.files?.[0])}
            className="block w-full text-small file:mr-3 file:min-h-11 file:rounded-normal file:border file:border-edge file:bg-sheet file:px-4"
          />
        </div>
        {state.step === 'looking' ? (
          <p role="status" className="flex items-center gap-2 text-ink-soft text-small">
            <Spinner /> Reading the file …
          </p>
        ) : null}
        {problem ? (
          <Notice tone="bad" announce title="This file was not imported">
            <p>{problem}</p>
          </Notice>
        ) : null}
        {isReady ? <ImportPreviewList preview={state.preview} /> : null}
      </div>
    </Dialog>
  );
}
