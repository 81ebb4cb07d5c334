import { CircleAlert, CircleCheck, Clock, Hourglass, LoaderCircle, TriangleAlert } from 'lucide-react';
import { Badge } from '#app/_ui/badge.tsx';
import { ProgressBar } from '#app/_ui/progress-bar.tsx';
import type { ExportSummary } from '#lib/contracts/index.ts';

const looks = {
  queued: { icon: Clock, tone: 'plain', label: 'Waiting' },
  running: { icon: LoaderCircle, tone: 'busy', label: 'Being written', spin: true },
  ready: { icon: CircleCheck, tone: 'good', label: 'Ready' },
  failed: { icon: CircleAlert, tone: 'bad', label: 'Failed' },
  expired: { icon: Hourglass, tone: 'plain', label: 'Expired' },
} as const;

/** How far an export is: in words, and as a bar while it is being written. */
export function ExportState({ of: { name, state, problem, done, total } }: { of: ExportSummary }) {
  const isPartial = state === 'ready' && problem !== null;
  const look = isPartial
    ? ({ icon: TriangleAlert, tone: 'warn', label: 'Ready in part' } as const)
    : looks[state];
  return (
    <div className="flex min-h-8 flex-col justify-center gap-1">
      <Badge {...look} />
      {state === 'running' || state === 'queued' ? (
        <ProgressBar
          label={`Progress of ${name}`}
          fraction={total > 1 ? done / total : undefined}
          {...(total > 1 && { valueText: `${done} of ${total} documents` })}
        />
      ) : null}
    </div>
  );
}
