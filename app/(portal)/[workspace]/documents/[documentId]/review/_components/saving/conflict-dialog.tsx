'use client';

import { useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.tsx';
import type { SaveConflict } from '#lib/contracts/index.ts';
import { WordDiff } from '../history/word-diff.tsx';
import type { Choices } from './settle-conflict.ts';

type Props = {
  conflicts: readonly SaveConflict[];
  onClose: () => void;
  onSettle: (choices: Choices) => void;
};

type Choice = 'mine' | 'theirs' | 'other';

/** Both texts of each line that two people changed, side by side; one is chosen or a third is written. */
export function ConflictDialog({ conflicts, onClose, onSettle }: Props) {
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const [texts, setTexts] = useState<Record<string, string>>({});

  function save() {
    onSettle(
      new Map(
        conflicts.map((conflict) => {
          const choice = choices[conflict.line] ?? 'mine';
          const text = choice === 'other' ? textOf(conflict) : conflict[choice];
          return [conflict.line, text];
        }),
      ),
    );
  }
  function textOf({ line, mine, theirs }: SaveConflict): string {
    return texts[line] ?? mine ?? theirs ?? '';
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={
        conflicts.length === 1
          ? 'Two of you changed this line'
          : `Two of you changed ${conflicts.length} lines`
      }
      description={
        <p>Nothing is lost: choose what each line is to say. Until then your changes wait here.</p>
      }
      className="max-w-3xl"
      actions={
        <>
          <Button onClick={onClose}>Decide later</Button>
          <Button variant="primary" onClick={save}>
            Save what I chose
          </Button>
        </>
      }
    >
      <ol className="space-y-6">
        {conflicts.map((conflict, place) => (
          <li key={conflict.line}>
            <ConflictOfLine
              conflict={conflict}
              isFirst={place === 0}
              choice={choices[conflict.line] ?? 'mine'}
              text={textOf(conflict)}
              onChoose={(choice) => setChoices((chosen) => ({ ...chosen, [conflict.line]: choice }))}
              onWrite={(text) => {
                setTexts((written) => ({ ...written, [conflict.line]: text }));
                setChoices((chosen) => ({ ...chosen, [conflict.line]: 'other' }));
              }}
            />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

type LineProps = {
  conflict: SaveConflict;
  isFirst: boolean;
  choice: Choice;
  text: string;
  onChoose: (choice: Choice) => void;
  onWrite: (text: string) => void;
};

function ConflictOfLine({ conflict, isFirst, choice, text, onChoose, onWrite }: LineProps) {
  const { line, before, mine, theirs, author } = conflict;
  const options = [
    { value: 'mine', label: 'Yours', said: mine },
    { value: 'theirs', label: author === null ? 'Somebody else’s' : `From ${author}`, said: theirs },
  ] as const;
  return (
    <fieldset className="space-y-3">
      <legend className="pb-2 text-small">
        <span className="text-ink-soft">As it was: </span>
        <span dir="auto">{before === '' ? 'not there' : before}</span>
      </legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {options.map(({ value, label, said }) => (
          <label
            key={value}
            className="flex cursor-pointer items-start gap-3 rounded-normal border border-edge p-3 has-checked:border-accent has-checked:bg-accent-wash"
          >
            <input
              type="radio"
              name={line}
              // biome-ignore lint/a11y/noAutofocus: whoever still types must not close the dialog with the next key.
              autoFocus={isFirst && value === 'mine'}
              checked={choice === value}
              onChange={() => onChoose(value)}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0 space-y-1">
              <span className="block font-semibold text-small">{label}</span>
              {said === null ? (
                <span className="text-ink-soft italic">the line is deleted</span>
              ) : (
                <WordDiff before={before} after={said} />
              )}
            </span>
          </label>
        ))}
      </div>
      <div className="flex items-start gap-3 border-transparent border-l pl-3">
        <input
          type="radio"
          id={`${line}-other`}
          name={line}
          checked={choice === 'other'}
          onChange={() => onChoose('other')}
          className="mt-0.5 size-4 shrink-0 accent-accent"
        />
        <div className="min-w-0 flex-1 space-y-1">
          <label htmlFor={`${line}-other`} className="block font-semibold text-small">
            Another text
          </label>
          <input
            value={text}
            dir="auto"
            aria-label="The text that the line is to have"
            onChange={({ target }) => onWrite(target.value)}
            className="h-11 w-full rounded-normal border border-edge bg-sheet px-3 sm:h-10"
          />
        </div>
      </div>
    </fieldset>
  );
}
