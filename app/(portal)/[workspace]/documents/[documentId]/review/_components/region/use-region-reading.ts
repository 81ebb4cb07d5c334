'use client';

import { useCallback, useEffect, useRef } from 'react';
import { toast } from 'sonner';
import { plural } from '#app/_ui/words.ts';
import type { ExtractionLine, RegionRequest } from '#lib/contracts/index.ts';
import { linesOfReading } from '#lib/corrections/index.ts';
import { newName } from '../saving/kept-edits.ts';
import type { PageSession } from '../saving/page-session.ts';
import { askRegion } from './ask-region.ts';
import { missingLines, regionChange } from './region-change.ts';

type Input = {
  documentId: string;
  page: number;
  session: PageSession;
  /** In which to read; undefined: those of the page. */
  languages: RegionRequest['languages'];
  goToWord: (line: string, word: number | undefined) => void;
};

/** Reads what stands in a box on the picture and puts it into the text; where that fails, an empty line to type in. */
export function useRegionReading({ documentId, page, session, languages, goToWord }: Input) {
  const shown = useRef(session);
  useEffect(() => {
    shown.current = session;
  });

  return useCallback(
    async (box: RegionRequest['box']) => {
      // Somebody may turn over meanwhile: the session is held until the text is in it.
      const release = session.watch(() => undefined);
      const id = toast.loading('Reading the box …');

      function put(found: readonly ExtractionLine[]) {
        const [first] = found;
        const lines = session.snapshot().edits?.lines;
        if (!first || !lines) return;
        session.edit(regionChange(lines, box, found), { line: first.id, at: 0 });
        if (shown.current === session) goToWord(first.id, first.words.length > 0 ? 0 : undefined);
      }
      const typing = {
        label: 'Type it',
        onClick: () => {
          // A message that loses the focus gives it back to what had it before: first that, then the new line.
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          put([{ id: newName(), text: '', box, words: [] }]);
        },
      };
      const answer = await askRegion(documentId, page, { box, ...(languages && { languages }) });
      release();
      if ('problem' in answer) {
        toast.error(answer.problem, { id, action: typing });
      } else if (answer.lines.length === 0) {
        toast.info('No text was found in the box.', { id, action: typing });
      } else {
        const read = linesOfReading(answer, '').map((line) => ({ ...line, id: newName() }));
        const found = missingLines(session.snapshot().edits?.lines ?? [], box, read);
        if (found.length === 0)
          return void toast.info('All that was read in the box stands in the text already.', { id });
        put(found);
        toast.success(`${plural(found.length, 'line')} read on page ${page}.`, { id });
      }
    },
    [documentId, page, session, languages, goToWord],
  );
}
