import { RelativeTime } from '#app/_ui/relative-time.tsx';
import type { DeliveryDetail } from '#lib/webhooks/index.ts';
import { CodeSample } from '../../../_components/code-sample.tsx';

/** More than this is for programs to read. */
const MOST_SHOWN = 50_000;

/** What is sent, or why it cannot be shown any more. */
export function MessageText({ delivery }: { delivery: DeliveryDetail }) {
  const text = delivery.body === null ? null : indented(delivery.body);
  return (
    <section aria-labelledby="message" className="space-y-3">
      <h2 id="message" className="text-large">
        Message
      </h2>
      {text === null ? (
        <p className="text-ink-soft">
          <WhyMissing delivery={delivery} />
        </p>
      ) : (
        <>
          <CodeSample label="The message" code={text.slice(0, MOST_SHOWN)} />
          <p className="text-ink-soft text-small">
            {text.length > MOST_SHOWN ? 'This is its beginning. ' : null}
            Indented here for reading; it is sent and signed without spaces or line breaks between its parts.
          </p>
        </>
      )}
    </section>
  );
}

function WhyMissing({ delivery: { event, dataRemovedAt } }: { delivery: DeliveryDetail }) {
  if (event !== 'completed')
    return 'Messages of progress are not kept once they were sent: the message of the end says all that they said.';
  if (!dataRemovedAt) return 'Its text is not kept any more.';
  return (
    <>
      Its text was removed <RelativeTime at={dataRemovedAt.toISOString()} /> together with the data of its
      prediction, which is kept for a limited time only. It cannot be sent again.
    </>
  );
}

function indented(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2);
}
