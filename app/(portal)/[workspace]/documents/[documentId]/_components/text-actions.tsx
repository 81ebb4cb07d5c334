'use client';

import { FileDown } from 'lucide-react';
import { Button } from '#app/_ui/button.tsx';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { CopyButton } from '#app/_ui/copy-button.tsx';
import { fetchAllText } from './fetch-all-text.ts';

const compact = 'max-sm:px-3 max-sm:text-small';

/** Taking the whole text along. There from the beginning, so that nothing moves when the first page is read. */
export function TextActions({ documentId, hasText }: { documentId: string; hasText: boolean }) {
  const download = (
    <>
      <FileDown aria-hidden className="size-4 max-sm:hidden" />
      <span>
        <span className="max-sm:sr-only">Download </span>.txt
      </span>
    </>
  );
  return (
    <>
      <CopyButton
        label={
          <>
            Copy all<span className="max-sm:sr-only"> text</span>
          </>
        }
        what="The whole text"
        text={() => fetchAllText(documentId)}
        disabled={!hasText}
        className={compact}
      />
      {hasText ? (
        <a href={`/api/documents/${documentId}/text`} download className={buttonStyle({}, compact)}>
          {download}
        </a>
      ) : (
        <Button disabled className={compact}>
          {download}
        </Button>
      )}
    </>
  );
}
