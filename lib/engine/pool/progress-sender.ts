import type { ReadingProgress, ReadingStep } from '../reading-options.ts';

// Faster news would be no news to anyone who watches, and each costs a message.
const INTERVAL_MS = 100;

/**
 * Passes progress on: at once when a step begins, else at most every 100 ms, and never one that falls behind
 * what was sent.
 */
export function createProgressSender(
  send: (progress: ReadingProgress) => void,
  now: () => number = () => performance.now(),
): (progress: ReadingProgress) => void {
  let sent: { step: ReadingStep; percent: number; at: number } | null = null;
  return (progress) => {
    const at = now();
    if (sent && progress.percent <= sent.percent) return;
    if (sent && progress.step === sent.step && at - sent.at < INTERVAL_MS) return;
    sent = { step: progress.step, percent: progress.percent, at };
    send(progress);
  };
}
