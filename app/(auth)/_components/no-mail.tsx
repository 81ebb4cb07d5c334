import { Notice } from '#app/_ui/notice.tsx';

/** Where an installation without a mail server would have to send one. */
export function NoMail() {
  return (
    <Notice tone="info" title="This installation sends no e-mail">
      <p>Ask whoever looks after it: they can give you a link with which you choose a new password.</p>
    </Notice>
  );
}
