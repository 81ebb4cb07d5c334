import { expect, it } from 'vitest';
import type { ReadingProgress } from '../reading-options.ts';
import { createProgressSender } from './progress-sender.ts';

let clockMs = 0;

function sender() {
  const sent: string[] = [];
  const report = createProgressSender(
    ({ step, percent }) => sent.push(`${step} ${percent}`),
    () => clockMs,
  );
  function at(timeMs: number, step: ReadingProgress['step'], percent: number): void {
    clockMs = timeMs;
    report({ step, percent });
  }
  return { sent, at };
}

it('tells at once that a step begins', () => {
  const { sent, at } = sender();
  at(0, 'open', 0);
  at(1, 'find', 5);
  at(2, 'read', 15);
  expect(sent).toEqual(['open 0', 'find 5', 'read 15']);
});

it('tells of one step at most every 100 ms, in its newest state', () => {
  const { sent, at } = sender();
  for (let line = 0; line < 50; line++) at(line * 20, 'read', 15 + line);
  expect(sent).toEqual(Array.from({ length: 10 }, (_, tenth) => `read ${15 + 5 * tenth}`));
});

it('never falls, whatever is reported', () => {
  const { sent, at } = sender();
  at(0, 'read', 40);
  at(200, 'find', 20);
  at(400, 'read', 40);
  at(600, 'read', 41);
  expect(sent).toEqual(['read 40', 'read 41']);
});
