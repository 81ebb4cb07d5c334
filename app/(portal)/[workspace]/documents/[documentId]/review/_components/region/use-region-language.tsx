'use client';

import { type ReactNode, useMemo, useState } from 'react';
import { parseLanguage } from '../../../../../_components/uploads/language-choice.ts';
import { LanguageSelect } from '../../../../../_components/uploads/language-select.tsx';
import { useLanguages } from '../../../../../_components/uploads/languages-context.tsx';

/** In which language boxes on the picture are read: those of the page (undefined), until somebody chooses another. */
export function useRegionLanguage(ofPage: string | undefined): {
  languages: string[] | undefined;
  choice: ReactNode;
} {
  const { choices } = useLanguages();
  const [chosen, choose] = useState<string>();
  const languages = useMemo(() => (chosen === undefined ? undefined : [chosen]), [chosen]);
  const value = parseLanguage(chosen ?? ofPage, choices);
  const choice =
    choices.length > 0 ? (
      <LanguageSelect label="Language of this text" value={value} onChange={choose} />
    ) : null;
  return { languages, choice };
}
