export { deliverMail } from './deliver-mail.ts';
export type { Mail } from './mail.ts';
export { canSendMail, sendMail } from './send-mail.ts';
