import { setNonce } from 'get-nonce';
import { config } from 'zod';

// Next runs this in the browser before anything else of ours: what libraries must know of the page's content security
// policy (app/_http/security-headers.ts).

// Else zod would try out whether it may compile code, and the browser would report that as a violation.
config({ jitless: true });

// Menus and dialogs hold the page still with a style element, which needs the nonce.
const nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce;
if (nonce) setNonce(nonce);
