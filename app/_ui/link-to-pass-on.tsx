import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';
import { Notice } from './notice.tsx';

/** A link that lets its holder in, shown this one time: nobody can look it up later. `children` say how it works. */
export function LinkToPassOn({
  email,
  link,
  children,
}: {
  email: string;
  link: string;
  children: ReactNode;
}) {
  return (
    <Notice tone="good" title={`Pass this link on to ${email}. It is shown only this once.`} announce>
      <p>{children}</p>
      <div className="flex flex-wrap items-center gap-3 pt-1">
        <code className="min-w-0 select-all rounded-small bg-sheet px-2 py-1 font-mono [overflow-wrap:anywhere]">
          {link}
        </code>
        <CopyButton size="small" label="Copy" what="The link" text={() => link} />
      </div>
    </Notice>
  );
}
