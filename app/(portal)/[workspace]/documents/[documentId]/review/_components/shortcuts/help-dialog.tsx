'use client';

import { type KeyboardEvent, useState } from 'react';
import { Button } from '#app/_ui/button.tsx';
import { Dialog } from '#app/_ui/dialog.tsx';
import { whyNot } from './choose-key.ts';
import { type Command, commandNames, commands, worksInTextOnly } from './commands.ts';
import { KeyCaps } from './key-caps.tsx';
import { nameOfPress } from './key-combination.ts';
import type { useBindings } from './use-bindings.ts';

const groups = ['Words', 'Lines', 'Page', 'Screen'] as const;

type Props = { keys: ReturnType<typeof useBindings>; onClose: () => void };

/** All keys of the screen, from the table they are made of; each can be changed. */
export function HelpDialog({ keys, onClose }: Props) {
  const [changing, setChanging] = useState<Command | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  function change(command: Command | null) {
    setChanging(command);
    setProblem(null);
  }
  function onKey(command: Command, event: KeyboardEvent) {
    const name = nameOfPress(event.nativeEvent);
    if (name === null) return;
    // Leaves the field, as it leaves everything else.
    if (['Tab', 'Shift+Tab', 'Escape'].includes(name)) return;
    event.preventDefault();
    event.stopPropagation();
    const reason = whyNot(keys.bindings, command, name);
    setProblem(reason);
    if (reason) return;
    keys.choose(command, name);
    change(null);
  }

  return (
    <Dialog
      open
      // Escape gives up choosing a key before it closes the sheet.
      onOpenChange={() => (changing ? change(null) : onClose())}
      title="Keys of the review screen"
      description={
        <p>
          Change those that get in the way of your screen reader or your keyboard. The browser remembers them.
        </p>
      }
      actions={
        <>
          <Button onClick={keys.resetAll} disabled={!keys.hasChanges}>
            Reset all keys
          </Button>
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div className="space-y-5">
        {groups.map((group) => (
          <section key={group} aria-labelledby={`keys-${group}`}>
            <h3 id={`keys-${group}`} className="pb-1 font-sans font-semibold text-ink-soft text-small">
              {group}
            </h3>
            <ul className="divide-y divide-line">
              {commandNames
                .filter((name) => commands[name].group === group)
                .map((name) => (
                  <li
                    key={name}
                    className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 py-1 text-small"
                  >
                    <span className="min-w-32 flex-1">
                      {commands[name].label}
                      {worksInTextOnly(name) ? <span className="text-ink-soft"> (in a line)</span> : null}
                    </span>
                    <span className="ml-auto flex flex-wrap items-center justify-end gap-x-3 gap-y-1">
                      {changing === name ? (
                        <input
                          readOnly
                          autoFocus
                          aria-label={`New key for “${commands[name].label}”`}
                          placeholder="Press the key…"
                          aria-invalid={problem ? true : undefined}
                          aria-describedby="key-problem"
                          onKeyDown={(event) => onKey(name, event)}
                          onBlur={() => change(null)}
                          className="h-9 w-40 rounded-normal border border-accent bg-sheet px-2"
                        />
                      ) : (
                        <span className="flex flex-wrap items-center gap-2">
                          {keys.bindings[name].map((key) => (
                            <KeyCaps key={key} name={key} />
                          ))}
                        </span>
                      )}
                      <Button
                        size="small"
                        variant="quiet"
                        aria-label={
                          keys.isChanged(name)
                            ? `Reset the key for “${commands[name].label}”`
                            : `Change the key for “${commands[name].label}”`
                        }
                        onClick={() => (keys.isChanged(name) ? keys.reset(name) : change(name))}
                      >
                        {keys.isChanged(name) ? 'Reset' : 'Change'}
                      </Button>
                    </span>
                    {changing === name ? (
                      <p id="key-problem" role="alert" className="w-full text-bad empty:hidden">
                        {problem}
                      </p>
                    ) : null}
                  </li>
                ))}
            </ul>
          </section>
        ))}
        <p className="text-ink-soft text-small">
          In a line, the arrows lead on to the lines around it; Backspace at its beginning joins it with the
          line above, Delete at its end with the line below. On the picture: arrows move, + and − zoom, 0
          shows the whole page, W its width, R turns it.
        </p>
      </div>
    </Dialog>
  );
}
