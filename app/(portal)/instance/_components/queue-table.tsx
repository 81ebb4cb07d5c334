import { RelativeTime } from '#app/_ui/relative-time.tsx';
import type { InstanceHealth } from '#lib/instance/index.ts';
import { Cell, Head, Row, TableFrame } from './table-frame.tsx';

/** What waits to be done, kind by kind. */
export function QueueTable({ queue }: { queue: InstanceHealth['queue'] }) {
  return (
    <section aria-labelledby="queue">
      <h2 id="queue" className="mb-3 text-large">
        Queue
      </h2>
      {queue.length === 0 ? (
        <p className="rounded-large border border-line bg-sheet p-4 text-ink-soft shadow-sheet">
          Nothing waits.
        </p>
      ) : (
        <TableFrame label="Queue">
          <Head names={['Task', 'Waiting', 'Running', 'Planned', 'Longest waiting']} />
          <tbody className="divide-y divide-line max-sm:block">
            {queue.map(({ name, waiting, running, planned, oldestWaitingAt }) => (
              <Row key={name} name={<code className="font-mono text-small">{name}</code>}>
                <Cell column="Waiting" isNumber>
                  {waiting.toLocaleString('en')}
                </Cell>
                <Cell column="Running" isNumber>
                  {running.toLocaleString('en')}
                </Cell>
                <Cell column="Planned" isNumber>
                  {planned.toLocaleString('en')}
                </Cell>
                <Cell column="Longest waiting" isNumber>
                  {oldestWaitingAt ? <RelativeTime at={oldestWaitingAt.toISOString()} /> : '–'}
                </Cell>
              </Row>
            ))}
          </tbody>
        </TableFrame>
      )}
    </section>
  );
}
