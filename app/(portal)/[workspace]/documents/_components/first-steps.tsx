'use client';

import { BookOpenText, Files, FileUp, ReceiptText } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#app/_ui/button.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { acceptedInWords } from '../../_components/uploads/check-file.ts';
import { LanguageSelect } from '../../_components/uploads/language-select.tsx';
import { useLanguages } from '../../_components/uploads/languages-context.tsx';
import { useUploads } from '../../_components/uploads/upload-area.tsx';
import { useWorkspace } from '../../_components/workspace-context.tsx';
import { startSample } from '../actions.ts';

type Sample = 'receipt' | 'report';

/** The list of documents while there is none: what to do, and something to try at once. */
export function FirstSteps() {
  const { slug, may } = useWorkspace();
  const { pickFiles } = useUploads();
  const { chosen, choose } = useLanguages();
  const router = useRouter();
  const [starting, setStarting] = useState<Sample | null>(null);

  async function start(sample: Sample) {
    setStarting(sample);
    const result = await outcomeOf(() => startSample({ workspace: slug, sample }));
    if (result.ok) {
      router.push(`/${slug}/documents/${result.data.documentId}`);
      return;
    }
    setStarting(null);
    toast.error(result.error.message);
  }

  if (!may.write) {
    return (
      <EmptyState icon={BookOpenText} level="h1" title="No documents yet">
        <p>Your role in this workspace is to read. As soon as somebody uploads a document, it shows here.</p>
      </EmptyState>
    );
  }
  return (
    <div className="rounded-large border-2 border-line border-dashed bg-sheet">
      <EmptyState
        icon={BookOpenText}
        level="h1"
        title="Put your first document on the lectern"
        actions={
          <Button variant="primary" onClick={pickFiles}>
            <FileUp aria-hidden className="size-4" />
            Choose files
          </Button>
        }
      >
        <p>Drop scans or photos anywhere in this window, paste a picture, or choose files.</p>
        <p className="text-small">{acceptedInWords}, up to 100 MB each.</p>
        <LanguageSelect
          label="Language of the text"
          value={chosen}
          onChange={choose}
          className="justify-center pt-2"
        />
      </EmptyState>
      <div className="border-line border-t px-4 py-6 text-center">
        <h2 className="mb-3 font-sans text-small">Nothing at hand? Try a sample:</h2>
        <div className="flex flex-wrap justify-center gap-2">
          <Button
            pending={starting === 'receipt'}
            disabled={starting === 'report'}
            onClick={() => start('receipt')}
          >
            <ReceiptText aria-hidden className="size-4" />A receipt
          </Button>
          <Button
            pending={starting === 'report'}
            disabled={starting === 'receipt'}
            onClick={() => start('report')}
          >
            <Files aria-hidden className="size-4" />A report of ten pages
          </Button>
        </div>
      </div>
    </div>
  );
}
