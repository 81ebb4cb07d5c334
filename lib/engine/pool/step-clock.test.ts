import { describe, expect, it } from 'vitest';
import { createStepClock } from './step-clock.ts';

describe('createStepClock', () => {
  it('gives each step the time until the next one begins, however often it is named', () => {
    let nowMs = 100;
    const clock = createStepClock(() => nowMs);
    clock.begin('open');
    nowMs += 5;
    clock.begin('read');
    nowMs += 20;
    clock.begin('read');
    nowMs += 10;
    clock.begin('open');
    nowMs += 1;
    expect(clock.end()).toEqual({ open: 6, read: 30 });
  });

  it('tells nothing of a task without steps', () => {
    expect(createStepClock(() => 7).end()).toEqual({});
  });
});
