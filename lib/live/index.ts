export { announce, announceMany, announcement } from './announce.ts';
export { closeLive, type LiveEvent, type LiveListener, listen } from './listen.ts';
export type { LiveMessage } from './messages.ts';
