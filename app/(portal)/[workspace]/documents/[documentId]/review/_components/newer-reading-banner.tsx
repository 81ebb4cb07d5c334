'use client';

import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { z } from 'zod';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { type Extraction, type ExtractionLine, extractionLineSchema } from '#lib/contracts/index.ts';
import { textOfLines } from '#lib/corrections/index.ts';
import { getJson } from '../../../../_components/get-json.ts';
import { useWorkspace } from '../../../../_components/workspace-context.tsx';
import { leaveNewerReading, takeNewerReading } from '../actions.ts';
import { WordDiff } from './history/word-diff.tsx';

const newerSchema = z.object({ lines: z.array(extractionLineSchema).nullable() });

type Props = {
  extraction: Extraction;
  lines: readonly ExtractionLine[];
  /** Saves what waits first. @returns whether that worked */
  beforeDecision: () => Promise<boolean>;
  onDecided: (extraction: Extraction) => void;
};

/** The page was read again after somebody had corrected it: both texts, and the choice between them. */
export function NewerReadingBanner({ extraction, lines, beforeDecision, onDecided }: Props) {
  const { documentId, pageNumber } = extraction;
  const { slug } = useWorkspace();
  const [newer, setNewer] = useState<readonly ExtractionLine[] | null>(null);
  const [running, setRunning] = useState<'compare' | 'take' | 'leave'>();
  const [pending, startTransition] = useTransition();

  function compare() {
    setRunning('compare');
    startTransition(async () => {
      const path = `/api/documents/${documentId}/pages/${pageNumber}/extraction?reading=newer`;
      const answer = await getJson(path, newerSchema);
      if (answer.outcome === 'failed') toast.error(answer.message);
      else if (answer.outcome === 'gone' || answer.data.lines === null) {
        toast.error('There is no newer reading any more.');
      } else setNewer(answer.data.lines);
    });
  }
  function decide(choice: 'take' | 'leave') {
    setRunning(choice);
    startTransition(async () => {
      if (!(await beforeDecision())) {
        toast.error('Your last changes are not saved yet. Try again when they are.');
        return;
      }
      const action = choice === 'take' ? takeNewerReading : leaveNewerReading;
      const result = await outcomeOf(() => action({ workspace: slug, documentId, page: pageNumber }));
      if (!result.ok) return void toast.error(result.error.message);
      setNewer(null);
      onDecided(result.data);
    });
  }
  const choices = (
    <>
      <Button size="small" pending={pending && running === 'leave'} onClick={() => decide('leave')}>
        Keep the corrected text
      </Button>
      <Button
        size="small"
        variant={newer ? 'primary' : 'secondary'}
        pending={pending && running === 'take'}
        onClick={() => decide('take')}
      >
        Take the newer reading
      </Button>
    </>
  );
  return (
    <Notice tone="info" title="This page was read again" className="m-2">
      <p>The corrected text was kept. You can take the newer reading instead; the history keeps both.</p>
      <div className="flex flex-wrap gap-2 pt-1">
        <Button size="small" pending={pending && running === 'compare'} onClick={compare}>
          Compare
        </Button>
        {newer ? null : choices}
      </div>
      {newer ? (
        <Dialog
          open
          onOpenChange={() => setNewer(null)}
          title={`Two texts of page ${pageNumber}`}
          description={
            <p>Struck through: in the corrected text only. Underlined: in the newer reading only.</p>
          }
          actions={choices}
        >
          <WordDiff before={textOfLines(lines)} after={textOfLines(newer)} />
        </Dialog>
      ) : null}
    </Notice>
  );
}
