import type { ReactNode } from 'react';
import { Notice } from './notice.tsx';
import { TextToCopy } from './text-to-copy.tsx';

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
      <TextToCopy text={link} what="The link" />
    </Notice>
  );
}
