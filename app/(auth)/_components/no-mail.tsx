import { Notice } from '#app/_ui/notice.tsx';

/** Where an installation without a mail server would have to send one. */
export function NoMail() {
  return (
    <Notice tone="info" title="This installation sends no e-mail">
      <p>Ask the owner of your workspace for help with signing in.</p>
    </Notice>
  );
}
