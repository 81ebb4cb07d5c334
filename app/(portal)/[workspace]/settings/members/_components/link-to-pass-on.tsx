import { CopyButton } from '#app/_ui/copy-button.tsx';
import { Notice } from '#app/_ui/notice.tsx';

/** An invitation's link, shown this one time: nobody can look it up later. */
export function LinkToPassOn({ email, link }: { email: string; link: string }) {
  return (
    <Notice tone="good" title={`Pass this link on to ${email}. It is shown only this once.`} announce>
      <p>It works once, for seven days, for whoever opens it.</p>
      <div className="flex flex-wrap items-center gap-3 pt-1">
        <code className="min-w-0 select-all rounded-small bg-sheet px-2 py-1 font-mono [overflow-wrap:anywhere]">
          {link}
        </code>
        <CopyButton size="small" label="Copy" what="The link" text={() => link} />
      </div>
    </Notice>
  );
}
