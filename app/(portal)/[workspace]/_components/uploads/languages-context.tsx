'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { LanguageChoice } from '#lib/contracts/index.ts';
import { DEFAULT_LANGUAGE, rememberLanguage } from './language-choice.ts';

type Languages = {
  /** Empty where nobody can choose. */
  choices: readonly LanguageChoice[];
  /** For the next upload. */
  chosen: string;
  choose: (code: string) => void;
};

const LanguagesContext = createContext<Languages>({
  choices: [],
  chosen: DEFAULT_LANGUAGE,
  choose: () => undefined,
});

export function useLanguages(): Languages {
  return useContext(LanguagesContext);
}

type Props = { choices: readonly LanguageChoice[]; remembered: string; children: ReactNode };

/** The languages that documents can be read in, and the one that this browser chose last. */
export function LanguagesProvider({ choices, remembered, children }: Props) {
  const [chosen, setChosen] = useState(remembered);
  const value = useMemo(() => {
    function choose(code: string) {
      setChosen(code);
      rememberLanguage(code);
    }
    return { choices, chosen, choose };
  }, [choices, chosen]);
  return <LanguagesContext value={value}>{children}</LanguagesContext>;
}
