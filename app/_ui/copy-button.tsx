'use client';

import { Check, Copy } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { toast } from 'sonner';
import { Button } from './button.tsx';
import type { ButtonLook } from './button-style.ts';
import { copyToClipboard } from './copy-to-clipboard.ts';

const THANKS_MS = 2_000;

type Props = ButtonLook & {
  label: ReactNode;
  /** Names what is copied, for the message afterwards: "The text of page 3". */
  what: string;
  text: () => string | Promise<string>;
  className?: string;
  disabled?: boolean;
  /** On phones the icon alone shows. */
  isCompact?: boolean;
};

/** Copies and says so; the label changes for a moment without changing its width. */
export function CopyButton({ label, what, text, isCompact = false, ...button }: Props) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), THANKS_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    if (await copyToClipboard(text())) {
      setCopied(true);
      toast.success(`${what} is on the clipboard.`);
    } else {
      toast.error('Copying did not work. Select the text and copy it by hand.');
    }
  }
  const Icon = copied ? Check : Copy;
  return (
    <Button {...button} onClick={copy}>
      <Icon aria-hidden className="size-4" />
      <span className={isCompact ? 'max-sm:sr-only' : undefined}>{label}</span>
    </Button>
  );
}
