'use client';

import { useEffect, useRef } from 'react';
import { commandOf } from './choose-key.ts';
import type { Bindings, Command } from './commands.ts';
import { nameOfPress } from './key-combination.ts';

/** A verb that answers false had nothing to do: the key does what it does elsewhere. */
export type CommandVerbs = Record<Command, () => unknown>;

/** Lets the keys of the screen act, wherever the focus is; not while a dialog or a menu is open. */
export function useShortcuts(bindings: Bindings, verbs: CommandVerbs): void {
  const newest = useRef({ bindings, verbs });
  useEffect(() => {
    newest.current = { bindings, verbs };
  });

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      if (event.defaultPrevented || event.isComposing) return;
      if (target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]')) return;
      const name = nameOfPress(event);
      const isInLine = target.matches('[data-line-editor]');
      const isTyping = isInLine || target.isContentEditable || target.matches('input, textarea, select');
      const command = name && commandOf(newest.current.bindings, name, { isInLine, isTyping });
      if (command && newest.current.verbs[command]() !== false) event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
