import { describe, expect, it } from 'vitest';
import { isTerminal, statesBefore, wantsEvent } from './prediction.ts';

describe('the life of a prediction', () => {
  it.each([
    ['processing', ['starting']],
    ['succeeded', ['processing']],
    ['failed', ['starting', 'processing']],
    ['canceled', ['starting', 'processing']],
    ['aborted', ['starting']],
    ['starting', []],
  ] as const)('reaches %s only from %j', (status, before) => {
    expect(statesBefore(status)).toEqual(before);
  });

  it('has no way on from an end', () => {
    for (const status of ['succeeded', 'failed', 'canceled', 'aborted'] as const)
      expect(isTerminal(status)).toBe(true);
    expect(isTerminal('starting')).toBe(false);
    expect(isTerminal('processing')).toBe(false);
  });
});

describe('a webhook', () => {
  const webhook = 'https://example.org/hook';

  it('hears every event when no filter was given', () => {
    expect(wantsEvent({ webhook, webhookEventsFilter: null }, 'logs')).toBe(true);
  });

  it('hears only what its filter names, and nothing by an empty one', () => {
    expect(wantsEvent({ webhook, webhookEventsFilter: ['completed'] }, 'completed')).toBe(true);
    expect(wantsEvent({ webhook, webhookEventsFilter: ['completed'] }, 'start')).toBe(false);
    expect(wantsEvent({ webhook, webhookEventsFilter: [] }, 'completed')).toBe(false);
  });

  it('that does not exist hears nothing', () => {
    expect(wantsEvent({ webhook: null, webhookEventsFilter: null }, 'completed')).toBe(false);
  });
});
