import { expect, it } from 'vitest';
import type { StreamEvent } from '#lib/predictions/index.ts';
import { eventStreamText } from './event-stream-text.ts';

async function textOf(...events: StreamEvent[]): Promise<string> {
  async function* all() {
    yield* events;
  }
  let text = '';
  for await (const part of eventStreamText(all())) text += part;
  return text;
}

it('greets, and writes each event with its id and all lines of its data', async () => {
  expect(
    await textOf(
      { type: 'output', id: '1:7', data: 'one\ntwo\r\n' },
      { type: 'idle' },
      { type: 'done', id: '1:7', data: '{}' },
    ),
  ).toBe(
    [
      ': hi\n\n',
      'id: 1:7\nevent: output\ndata: one\ndata: two\ndata: \n\n',
      ': still here\n\n',
      'id: 1:7\nevent: done\ndata: {}\n\n',
    ].join(''),
  );
});
