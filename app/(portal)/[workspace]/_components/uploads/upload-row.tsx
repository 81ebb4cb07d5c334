'use client';

import { CircleAlert, CircleCheck, Copy, RotateCw, X } from 'lucide-react';
import Link from 'next/link';
import { memo } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { ProgressBar } from '#app/_ui/progress-bar.tsx';
import { sizeInWords } from '#app/_ui/words.ts';
import { useWorkspace } from '../workspace-context.tsx';
import { isUnderWay, type Upload } from './upload.ts';
import type { UploadQueue } from './upload-queue.ts';

type Props = { upload: Upload; queue: UploadQueue };

export const UploadRow = memo(function UploadRow({ upload, queue }: Props) {
  const { id, file, state } = upload;
  const canRetry = state.step === 'failed' && state.mayRetry;
  return (
    <li className="flex gap-2 py-2 pr-1 pl-4 text-small">
      <div className="min-w-0 flex-1 space-y-1 py-1.5">
        <div className="flex gap-2">
          <span className="min-w-0 flex-1 truncate font-medium" title={file.name}>
            {file.name}
          </span>
          <span className="shrink-0 text-ink-soft tabular-nums">{sizeInWords(file.size)}</span>
        </div>
        <StateOf upload={upload} queue={queue} />
      </div>
      <div className="flex items-start">
        {canRetry ? (
          <Button
            variant="quiet"
            size="icon"
            aria-label={`Send ${file.name} again`}
            onClick={() => queue.retry(id)}
          >
            <RotateCw aria-hidden className="size-4" />
          </Button>
        ) : null}
        <Button
          variant="quiet"
          size="icon"
          aria-label={isUnderWay(upload) ? `Cancel ${file.name}` : `Remove ${file.name} from this list`}
          onClick={() => queue.remove(id)}
        >
          <X aria-hidden className="size-4" />
        </Button>
      </div>
    </li>
  );
});

function StateOf({ upload, queue }: Props) {
  const { file, state } = upload;
  const { slug } = useWorkspace();
  if (state.step === 'waiting') return <p className="text-ink-soft">Waiting</p>;
  if (state.step === 'uploading') {
    const fraction = state.sentBytes / file.size;
    return (
      <>
        <p className="text-ink-soft tabular-nums">Uploading, {Math.floor(fraction * 100)} %</p>
        <ProgressBar label={`Upload of ${file.name}`} fraction={fraction} />
      </>
    );
  }
  if (state.step === 'checking') {
    return (
      <>
        <p className="text-ink-soft">Checking</p>
        <ProgressBar label={`Upload of ${file.name}`} fraction={1} />
      </>
    );
  }
  if (state.step === 'started') {
    return (
      <p className="flex items-center gap-1.5">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
        <span>
          Uploaded.{' '}
          <Link
            aria-label={`Open it: ${file.name}`}
            className="font-medium text-accent underline"
            href={`/${slug}/documents/${state.documentId}`}
          >
            Open it
          </Link>
        </span>
      </p>
    );
  }
  if (state.step === 'duplicate') {
    const { documentId, name } = state.of;
    return (
      <div className="space-y-1">
        <p className="flex gap-1.5 [overflow-wrap:anywhere]">
          <Copy aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
          <span>Already here as “{name}”.</span>
        </p>
        <div className="flex gap-4">
          <Link className="py-1 font-medium text-accent underline" href={`/${slug}/documents/${documentId}`}>
            Open it
          </Link>
          <button
            type="button"
            className="rounded-small py-1 font-medium text-accent underline"
            onClick={() => void queue.readAgain(upload, documentId)}
          >
            Read it again
          </button>
        </div>
      </div>
    );
  }
  return (
    <p className="flex gap-1.5 text-bad [overflow-wrap:anywhere]">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {state.message}
    </p>
  );
}
