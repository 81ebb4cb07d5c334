'use client';

import { useMemo } from 'react';
import { z } from 'zod';
import { useStored } from '../use-stored.ts';
import { type Bindings, bindingsWith, type Command } from './commands.ts';

const chosenSchema = z.record(z.string(), z.array(z.string()).min(1).max(4));
const NOTHING_CHOSEN: z.infer<typeof chosenSchema> = {};

/** The keys of the review screen as this person wants them, remembered by the browser. */
export function useBindings() {
  const [chosen, setChosen] = useStored('lectern-review-keys', chosenSchema, NOTHING_CHOSEN);
  const bindings: Bindings = useMemo(() => bindingsWith(chosen), [chosen]);
  return {
    bindings,
    isChanged: (command: Command) => chosen[command] !== undefined,
    hasChanges: Object.keys(chosen).length > 0,
    choose: (command: Command, name: string) => setChosen({ ...chosen, [command]: [name] }),
    reset: (command: Command) => {
      const { [command]: _own, ...others } = chosen;
      setChosen(others);
    },
    resetAll: () => setChosen(null),
  };
}
