'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import type { ExportFormat } from '#lib/contracts/index.ts';
import { startExport } from '../exports/actions.ts';
import type { ExportScope } from './export/export-scope.ts';
import { FormatChoice } from './export/format-choice.tsx';
import { pathAtOnce } from './export/path-at-once.ts';
import { StartedExport } from './export/started-export.tsx';
import { useWorkspace } from './workspace-context.tsx';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What is exported, in words: “invoice.pdf”, 12 documents, page 3 of “invoice.pdf”. */
  what: string;
  scope: ExportScope;
};

/**
 * Asks for a format and takes documents along: what is small is downloaded at once, the rest is written by the
 * worker while the dialog shows how far it is; it can be closed meanwhile.
 */
export function ExportDialog({ open, onOpenChange, what, scope }: Props) {
  const { slug } = useWorkspace();
  const [format, setFormat] = useState<ExportFormat>('pdf');
  const [startedId, setStartedId] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  function change(isOpen: boolean) {
    if (!isOpen) {
      setStartedId(null);
      setProblem(null);
    }
    onOpenChange(isOpen);
  }

  async function start() {
    setPending(true);
    setProblem(null);
    const selection =
      'page' in scope
        ? { documentIds: [scope.documentId], pages: [scope.page] }
        : { documentIds: [...scope.documentIds] };
    const result = await outcomeOf(() => startExport({ workspace: slug, format, selection }));
    setPending(false);
    if (result.ok) setStartedId(result.data.exportId);
    else setProblem(Object.values(result.error.fields ?? {})[0] ?? result.error.message);
  }

  const path = pathAtOnce(scope, format);
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title="Export"
      description={`${what}, with all corrections.`}
      actions={
        startedId ? null : (
          <>
            <Button onClick={() => change(false)}>Cancel</Button>
            {path ? (
              <Button variant="primary" onClick={() => download(path)}>
                Download
              </Button>
            ) : (
              <Button variant="primary" pending={pending} onClick={() => void start()}>
                Export
              </Button>
            )}
          </>
        )
      }
    >
      <div className="space-y-4">
        {problem ? (
          <Notice tone="bad" announce title="The export could not be started">
            <p>{problem}</p>
          </Notice>
        ) : null}
        {startedId ? (
          <StartedExport exportId={startedId} onClose={() => change(false)} />
        ) : (
          <FormatChoice value={format} onChange={setFormat} />
        )}
      </div>
    </Dialog>
  );

  function download(from: string) {
    window.location.assign(from);
    change(false);
  }
}
