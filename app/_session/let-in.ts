import type { Admission } from '#lib/accounts/index.ts';
import { setSessionCookie } from './session-jar.ts';
import { setStepCookie } from './step-jar.ts';

/** What the page does next: go on, or ask for a code. */
export type LetIn = { codeNeeded: boolean };

/** Gives the browser what its holder has proved to be theirs: a session, or the right to show a code. Not in pages. */
export async function letIn(admission: Admission): Promise<LetIn> {
  if (admission.outcome === 'signed_in') {
    await setSessionCookie(admission.token);
    return { codeNeeded: false };
  }
  await setStepCookie(admission.stepToken);
  return { codeNeeded: true };
}
