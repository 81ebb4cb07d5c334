import type { EngineEvent } from '#lib/engine/index.ts';
import { logger } from '#lib/platform/index.ts';

/** Says once, aloud, when the system does not let engine processes be confined in full. */
export function createEngineLog(
  warn: (facts: object, message: string) => void = (facts, message) => logger.warn(facts, message),
): (event: EngineEvent) => void {
  let isTold = false;
  return (event) => {
    if (event.type !== 'child_ready' || isTold) return;
    const { network, memory } = event.isolation;
    if (network && memory) return;
    isTold = true;
    warn(
      { networkConfined: network, memoryConfined: memory },
      'engine processes open strangers’ files and could not be confined in full: allow this user to make ' +
        'namespaces (unshare), or run the worker where nothing can be reached that such a file must not reach',
    );
  };
}
