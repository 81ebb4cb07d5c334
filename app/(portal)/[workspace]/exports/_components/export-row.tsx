'use client';

import { Download, RotateCw } from 'lucide-react';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { plural, sizeInWords } from '#app/_ui/words.ts';
import { type ExportSummary, exportFormatFacts } from '#lib/contracts/index.ts';
import { ExportState } from '../../_components/export/export-state.tsx';
import { useWorkspace } from '../../_components/workspace-context.tsx';
import { repeatExport } from '../actions.ts';

export function ExportRow({ of, onChanged }: { of: ExportSummary; onChanged: () => void }) {
  const { id, name, format, state, documentCount, pageCount, createdBy, createdAt, size, problem, url } = of;
  const holds = pageCount === null ? plural(documentCount, 'document') : plural(pageCount, 'page');
  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_10rem_10rem] sm:items-center">
      <div className="min-w-0">
        <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
        <p className="text-ink-soft text-small">
          {exportFormatFacts[format].name} · {holds} · <RelativeTime at={createdAt} />
          {createdBy ? ` · ${createdBy}` : null}
          {size !== null && url ? ` · ${sizeInWords(size)}` : null}
        </p>
        {problem ? (
          <p className={state === 'failed' ? 'text-bad text-small' : 'text-small text-warn'}>{problem}</p>
        ) : null}
      </div>
      <ExportState of={of} />
      <div className="sm:justify-self-end">
        {url ? (
          <a href={url} download className={buttonStyle({ size: 'small' })}>
            <Download aria-hidden className="size-4" />
            Download<span className="sr-only"> {name}</span>
          </a>
        ) : null}
        {state === 'failed' || state === 'expired' ? (
          <RepeatButton exportId={id} name={name} isExpired={state === 'expired'} onChanged={onChanged} />
        ) : null}
      </div>
    </li>
  );
}

function RepeatButton({
  exportId,
  name,
  isExpired,
  onChanged,
}: {
  exportId: string;
  name: string;
  isExpired: boolean;
  onChanged: () => void;
}) {
  const { slug } = useWorkspace();
  const [pending, startTransition] = useTransition();
  function repeat() {
    startTransition(async () => {
      const result = await outcomeOf(() => repeatExport({ workspace: slug, exportId }));
      if (!result.ok) toast.error(result.error.message);
      onChanged();
    });
  }
  return (
    <Button size="small" pending={pending} onClick={repeat}>
      <RotateCw aria-hidden className="size-4" />
      {isExpired ? 'Export again' : 'Try again'}
      <span className="sr-only"> {name}</span>
    </Button>
  );
}
