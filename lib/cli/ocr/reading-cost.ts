import type { EngineEvent } from '#lib/engine/index.ts';

/** Adds up what reading pages cost in the engine's processes. */
export function createReadingCost() {
  const startedAt = performance.now();
  let pages = 0;
  let cpuMs = 0;
  let peakResidentBytes = 0;
  return {
    add(event: EngineEvent): void {
      if (event.type !== 'task_ended' || event.task !== 'readPage' || !event.usage) return;
      pages += 1;
      cpuMs += event.usage.cpuMs;
      peakResidentBytes = Math.max(peakResidentBytes, event.usage.peakResidentBytes);
    },
    toString(): string {
      return [
        pages === 1 ? '1 page' : `${pages} pages`,
        `${Math.round(performance.now() - startedAt)} ms wall`,
        `${Math.round(cpuMs / Math.max(1, pages))} ms cpu a page`,
        `${Math.round(peakResidentBytes / 2 ** 20)} MB child at most`,
      ].join(', ');
    },
  };
}
