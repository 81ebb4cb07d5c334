'use client';

import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { parseLanguage } from '../../../../_components/uploads/language-choice.ts';
import { LanguageSelect } from '../../../../_components/uploads/language-select.tsx';
import { useLanguages } from '../../../../_components/uploads/languages-context.tsx';
import { useWorkspace } from '../../../../_components/workspace-context.tsx';
import { rerunDocument } from '../../../actions.ts';

type Props = {
  documentId: string;
  page: number;
  /** Of the last time. */
  language: string | undefined;
  onClose: () => void;
  onBegun: () => void;
};

/** Asks in which language a page is to be read again. */
export function ReadAgainDialog({ documentId, page, language: last, onClose, onBegun }: Props) {
  const { slug } = useWorkspace();
  const { choices } = useLanguages();
  const [language, setLanguage] = useState(() => parseLanguage(last, choices));
  const [, startTransition] = useTransition();

  function readAgain() {
    const target = { workspace: slug, documentId, page, ...(choices.length > 0 && { language }) };
    startTransition(async () => {
      const result = await outcomeOf(() => rerunDocument(target));
      if (!result.ok) return void toast.error(result.error.message);
      toast.success(`Page ${page} is being read again.`);
      onBegun();
    });
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Read page ${page} again?`}
      confirmLabel="Read again"
      onConfirm={readAgain}
    >
      <p>Corrections stay: if there are any, the newer reading is offered beside them.</p>
      <LanguageSelect label="Language of the text" value={language} onChange={setLanguage} className="mt-3" />
    </ConfirmDialog>
  );
}
