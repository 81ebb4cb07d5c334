import { expect, it } from 'vitest';
import { createEngineLog } from './engine-log.ts';

function factsAfter(isolations: readonly { network: boolean; memory: boolean }[]): object[] {
  const told: object[] = [];
  const note = createEngineLog((facts) => told.push(facts));
  for (const isolation of isolations) note({ type: 'child_ready', pid: 1, startMs: 1, isolation });
  return told;
}

it('says once, and what it is, that engine processes are not confined in full', () => {
  expect(factsAfter([{ network: true, memory: true }])).toEqual([]);
  const half = { network: false, memory: true };
  expect(factsAfter([{ network: true, memory: true }, half, half])).toEqual([
    { networkConfined: false, memoryConfined: true },
  ]);
});
