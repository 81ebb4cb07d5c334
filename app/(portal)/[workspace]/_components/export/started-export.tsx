'use client';

import { Download } from 'lucide-react';
import Link from 'next/link';
import { Button } from '#app/_ui/button.tsx';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { Notice } from '#app/_ui/notice.tsx';
import { ProgressBar } from '#app/_ui/progress-bar.tsx';
import { sizeInWords } from '#app/_ui/words.ts';
import { useWorkspace } from '../workspace-context.tsx';
import { ExportState } from './export-state.tsx';
import { useExports } from './use-exports.ts';

/** An export from its start to its file. */
export function StartedExport({ exportId, onClose }: { exportId: string; onClose: () => void }) {
  const { slug } = useWorkspace();
  const { exports } = useExports(null);
  const started = exports?.find(({ id }) => id === exportId);
  return (
    <div className="space-y-4">
      <div aria-live="polite" className="space-y-3">
        {started ? (
          <>
            <p className="font-medium [overflow-wrap:anywhere]">{started.name}</p>
            <ExportState of={started} />
            {started.problem ? (
              <Notice tone={started.state === 'failed' ? 'bad' : 'warn'}>
                <p>{started.problem}</p>
              </Notice>
            ) : null}
          </>
        ) : (
          <ProgressBar label="The export is being started" fraction={undefined} />
        )}
      </div>
      {started?.state === 'failed' ? null : (
        <p className="text-ink-soft text-small">
          {started?.url ? 'It stays in ' : 'You can close this window meanwhile: the file will stand in '}
          <Link href={`/${slug}/exports`} className="text-accent underline">
            Exports
          </Link>{' '}
          for seven days.
        </p>
      )}
      <div className="-mx-5 -mb-4 flex flex-col-reverse gap-2 border-line border-t px-5 py-4 sm:flex-row sm:justify-end">
        <Button onClick={onClose}>Close</Button>
        {started?.url ? (
          <a href={started.url} download className={buttonStyle({ variant: 'primary' })}>
            <Download aria-hidden className="size-4" />
            Download ({sizeInWords(started.size ?? 0)})
          </a>
        ) : null}
      </div>
    </div>
  );
}
