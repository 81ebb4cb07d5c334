import type { StreamEvent } from '#lib/predictions/index.ts';

/** The text of a stream of server-sent events, as Replicate's clients read it (contract 15). */
export async function* eventStreamText(events: AsyncIterable<StreamEvent>): AsyncGenerator<string> {
  yield ': hi\n\n';
  for await (const event of events) yield eventText(event);
}

function eventText(event: StreamEvent): string {
  if (event.type === 'idle') return ': still here\n\n';
  const data = event.data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return `id: ${event.id}\nevent: ${event.type}\n${data.join('')}\n`;
}
