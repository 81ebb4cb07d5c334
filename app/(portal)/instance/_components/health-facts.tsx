import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '#app/_ui/badge.tsx';
import { RelativeTime } from '#app/_ui/relative-time.tsx';
import type { InstanceHealth } from '#lib/instance/index.ts';

/** What works, and what it is that works. */
export function HealthFacts({ health }: { health: InstanceHealth }) {
  const { version, runtime, databaseAnswers, worker, lastReadAt } = health;
  return (
    <section aria-labelledby="health">
      <h2 id="health" className="mb-3 text-large">
        Health
      </h2>
      <dl className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <Fact name="Database">
          <State isWell={databaseAnswers} well="Answers" ill="Does not answer" />
        </Fact>
        <Fact
          name="Worker"
          more={
            worker.lastSeenAt ? (
              <>
                Last at work <RelativeTime at={worker.lastSeenAt.toISOString()} />
              </>
            ) : (
              'None was at work for an hour: documents are not read.'
            )
          }
        >
          <State isWell={worker.isAtWork} well="At work" ill="Silent" />
        </Fact>
        <Fact name="Engine" more="By the last prediction that succeeded.">
          {lastReadAt ? (
            <>
              Read a page <RelativeTime at={lastReadAt.toISOString()} />
            </>
          ) : (
            'Has read nothing yet'
          )}
        </Fact>
        <Fact name="Version" more={`Node.js ${runtime}`}>
          Lectern {version}
        </Fact>
      </dl>
    </section>
  );
}

function State({ isWell, well, ill }: { isWell: boolean; well: string; ill: string }) {
  return isWell ? (
    <Badge icon={CircleCheck} tone="good" label={well} />
  ) : (
    <Badge icon={CircleAlert} tone="bad" label={ill} />
  );
}

function Fact({ name, more, children }: { name: string; more?: ReactNode; children: ReactNode }) {
  return (
    <div className="rounded-large border border-line bg-sheet p-4 shadow-sheet">
      <dt className="text-ink-soft text-small">{name}</dt>
      <dd className="mt-1 font-medium">{children}</dd>
      {more ? <dd className="mt-1 text-fine text-ink-soft">{more}</dd> : null}
    </div>
  );
}
