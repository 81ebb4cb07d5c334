import { CircleAlert, CircleCheck } from 'lucide-react';
import { Badge } from '#app/_ui/badge.tsx';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import type { DeliveryDetail } from '#lib/webhooks/index.ts';

type Attempt = DeliveryDetail['attempts'][number];
type Replay = DeliveryDetail['replays'][number];

/** Every try to send a message, the newest first, with what was sent and what came back. */
export function AttemptList({
  attempts,
  replays,
}: {
  attempts: readonly Attempt[];
  replays: readonly Replay[];
}) {
  return (
    <section aria-labelledby="attempts" className="space-y-3">
      <h2 id="attempts" className="text-large">
        Attempts
      </h2>
      {attempts.length === 0 ? (
        <p className="text-ink-soft">None was made yet.</p>
      ) : (
        <ol
          reversed
          className="divide-y divide-line overflow-hidden rounded-large border border-line bg-sheet shadow-sheet"
        >
          {attempts.toReversed().map((attempt) => (
            <AttemptEntry
              key={attempt.id}
              attempt={attempt}
              replay={replays.find(({ attemptNumber }) => attemptNumber === attempt.number)}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

const taken = { icon: CircleCheck, tone: 'good' } as const;
const failed = { icon: CircleAlert, tone: 'bad' } as const;

function AttemptEntry({ attempt, replay }: { attempt: Attempt; replay: Replay | undefined }) {
  const { number, startedAt, durationMs, responseStatus, error, responseHead, headers } = attempt;
  const label = responseStatus === null ? 'No answer' : `Status ${responseStatus}`;
  return (
    <li className="space-y-2 p-3 sm:p-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small">
        <h3 className="font-medium font-sans">Attempt {number}</h3>
        <Badge {...(error === null ? taken : failed)} label={label} />
        <span className="text-ink-soft">
          <RelativeTime at={startedAt.toISOString()} /> · {durationText(durationMs)}
        </span>
        {replay ? (
          <span className="text-ink-soft">asked for by {replay.requestedBy?.name ?? 'a former member'}</span>
        ) : null}
      </div>
      {error ? <p className="text-small [overflow-wrap:anywhere]">{error}</p> : null}
      <Part title="Headers sent" text={headerText(headers)} />
      {responseHead ? <Part title="Answer (its beginning)" text={responseHead} /> : null}
    </li>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  return (
    <details className="text-small">
      <summary className="w-fit cursor-pointer rounded-small py-1 text-ink-soft hover:text-ink max-sm:py-2.5">
        {title}
      </summary>
      <pre className="mt-1 overflow-x-auto whitespace-pre-wrap rounded-normal bg-well p-3 font-mono text-fine [overflow-wrap:anywhere]">
        {text}
      </pre>
    </details>
  );
}

function headerText(headers: Attempt['headers']): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function durationText(milliseconds: number): string {
  return milliseconds < 1_000 ? `${milliseconds} ms` : `${(milliseconds / 1_000).toFixed(1)} s`;
}
