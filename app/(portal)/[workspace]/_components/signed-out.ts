const SIGNED_OUT = 'lectern:signed-out';

/** Whoever hears from the server that there is no session any more says so here. */
export function tellSignedOut(): void {
  window.dispatchEvent(new Event(SIGNED_OUT));
}

/** Calls back when somebody in this tab has heard it; returns how to stop. */
export function watchSignedOut(listener: () => void): () => void {
  window.addEventListener(SIGNED_OUT, listener);
  return () => window.removeEventListener(SIGNED_OUT, listener);
}

/** Address of the sign-in page that leads back to what is open now. */
export function signInAddress(): string {
  const here = window.location.pathname + window.location.search;
  return `/sign-in?next=${encodeURIComponent(here)}`;
}
