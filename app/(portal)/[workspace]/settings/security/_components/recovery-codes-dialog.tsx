'use client';

import { Download } from 'lucide-react';
import { Button } from '#app/_ui/button.tsx';
import { CopyButton } from '#app/_ui/copy-button.tsx';
import { Dialog } from '#app/_ui/dialog.tsx';

/** Shows new recovery codes, this once; nobody can look at them again. */
export function RecoveryCodesDialog({
  codes,
  onClose,
}: {
  codes: string[] | undefined;
  onClose: () => void;
}) {
  if (!codes) return null;
  const text = () => `Recovery codes for Lectern, each works once:\n\n${codes.join('\n')}\n`;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Your recovery codes"
      description="Keep them where you will find them without your phone. Each lets you in once, in place of the app. They are not shown again."
      className="max-w-lg"
      actions={
        <Button variant="primary" onClick={onClose}>
          I have kept them
        </Button>
      }
    >
      <ul className="grid gap-2 rounded-normal bg-well p-4 font-mono text-small sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="text-center">
            {code}
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-2">
        <CopyButton label="Copy" what="The list of recovery codes" text={text} size="small" />
        <Button size="small" onClick={() => download('lectern-recovery-codes.txt', text())}>
          <Download aria-hidden className="size-4" />
          Download
        </Button>
      </div>
    </Dialog>
  );
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
