'use client';

import { FileUp, Tags, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { buttonStyle } from '#app/_ui/button-style.ts';
import { LanguageSelect } from '../../_components/uploads/language-select.tsx';
import { useLanguages } from '../../_components/uploads/languages-context.tsx';
import { useUploads } from '../../_components/uploads/upload-area.tsx';
import { useWorkspace } from '../../_components/workspace-context.tsx';
import { TagManager } from './tags/tag-manager.tsx';

/** Title of the list, and what does not depend on a document. */
export function ListHead() {
  const { slug, may } = useWorkspace();
  const { pickFiles } = useUploads();
  const { chosen, choose } = useLanguages();
  const [isManaging, setIsManaging] = useState(false);
  return (
    <div className="mb-3 flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="flex items-center gap-1">
        <h1 className="mr-2 text-title">Documents</h1>
        {may.write ? (
          <Button size="small" variant="quiet" onClick={() => setIsManaging(true)}>
            <Tags aria-hidden className="size-4" />
            Tags
          </Button>
        ) : null}
        <Link href={`/${slug}/documents/trash`} className={buttonStyle({ size: 'small', variant: 'quiet' })}>
          <Trash2 aria-hidden className="size-4" />
          Trash
        </Link>
      </div>
      {may.write ? (
        <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-2">
          <LanguageSelect label="Language of the text" value={chosen} onChange={choose} />
          <Button variant="primary" onClick={pickFiles}>
            <FileUp aria-hidden className="size-4" />
            Upload
          </Button>
        </div>
      ) : null}
      <TagManager open={isManaging} onOpenChange={setIsManaging} />
    </div>
  );
}
