import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type MailCatcher = {
  /** For SMTP_URL. */
  url: string;
  /** What has come in so far, oldest first. */
  mails: ParsedMail[];
  /** How often somebody tried to hand a message over. */
  tries: () => number;
  /** Answers the next tries so instead of taking the message: 450 is "not now", 550 is "never". */
  refuseNext: (...codes: number[]) => void;
  close: () => Promise<void>;
};

/** A real mail server on this machine that keeps what it is given. */
export async function startMailCatcher(): Promise<MailCatcher> {
  const mails: ParsedMail[] = [];
  const refusals: number[] = [];
  let tries = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, done) {
      tries += 1;
      const responseCode = refusals.shift();
      done(responseCode ? Object.assign(new Error('Refused by the test.'), { responseCode }) : null);
    },
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    tries: () => tries,
    refuseNext: (...codes) => refusals.push(...codes),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The address of a link of ours in a message. @throws when there is none */
export function linkIn({ text = '' }: ParsedMail, path: string): string {
  const link = text.split('\n').find((line) => URL.parse(line)?.pathname.startsWith(path));
  if (!link) throw new Error(`The message holds no link to ${path}:\n${text}`);
  return link;
}
