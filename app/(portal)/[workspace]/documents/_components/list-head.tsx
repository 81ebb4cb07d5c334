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
    <div className="mb-3 flex min-h-11 flex-wrap items-center justify-between gap-x-1 gap-y-2 sm:gap-x-4">
      <div className="flex items-center gap-1 max-sm:contents">
        <h1 className="mr-2 text-title max-sm:mr-auto">Documents</h1>
        {may.write ? (
          <Button size="small" variant="quiet" className="min-w-11" onClick={() => setIsManaging(true)}>
            <Tags aria-hidden className="size-4" />
            <span className="max-sm:sr-only">Tags</span>
          </Button>
        ) : null}
        <Link
          href={`/${slug}/documents/trash`}
          className={buttonStyle({ size: 'small', variant: 'quiet' }, 'min-w-11')}
        >
          <Trash2 aria-hidden className="size-4" />
          <span className="max-sm:sr-only">Trash</span>
        </Link>
      </div>
      {may.write ? (
        <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-2 max-sm:contents">
          <LanguageSelect
            label="Language of the text"
            value={chosen}
            onChange={choose}
            className="max-sm:order-last max-sm:w-full"
          />
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
