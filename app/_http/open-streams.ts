// Next bundles instrumentation and routes apart: they meet on the global object.
const kept = globalThis as typeof globalThis & { lecternOpenStreams?: Set<() => void> };

function openStreams(): Set<() => void> {
  kept.lecternOpenStreams ??= new Set();
  return kept.lecternOpenStreams;
}

/** Has `close` called when the server stops. @returns a function to call when the stream ends by itself. */
export function trackStream(close: () => void): () => void {
  openStreams().add(close);
  return () => void openStreams().delete(close);
}

/** Ends every open stream, so that the server can stop; browsers connect again. */
export function closeOpenStreams(): void {
  for (const close of [...openStreams()]) close();
}
