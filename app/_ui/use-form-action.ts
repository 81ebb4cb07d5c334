'use client';

import { unstable_rethrow } from 'next/navigation';
import { useActionState, useEffect, useRef } from 'react';
import type { ActionResult } from '#lib/contracts/index.ts';

export type Problem = { message: string; fields?: Record<string, string> | undefined };

type State<Field extends string> = { values: Partial<Record<Field, string>>; problem: Problem | null };

/**
 * A form of text fields over a server action: keeps what was typed when the answer is a problem, leads the
 * focus to the first wrong field, and turns a lost connection into a sentence. React replays what was
 * submitted before the page was ready.
 */
export function useFormAction<Field extends string, Data>(
  fields: readonly Field[],
  action: (input: Record<Field, string>) => Promise<ActionResult<Data>>,
  onSuccess: (data: Data) => void,
) {
  const form = useRef<HTMLFormElement>(null);
  const [state, submit, pending] = useActionState<State<Field>, FormData>(
    async (_previous, data) => {
      const values = readFields(fields, data);
      const result = await outcomeOf(() => action(values));
      if (!result.ok) return { values, problem: result.error };
      onSuccess(result.data);
      return { values: {}, problem: null };
    },
    { values: {}, problem: null },
  );
  useEffect(() => {
    if (!state.problem) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state]);
  const isUnderAField = fields.some((field) => state.problem?.fields?.[field]);
  /** What no field of the form can show. */
  const notice = isUnderAField ? undefined : state.problem?.message;
  return { ...state, notice, submit, pending, form };
}

function readFields<Field extends string>(fields: readonly Field[], data: FormData): Record<Field, string> {
  const values: Partial<Record<Field, string>> = {};
  for (const field of fields) values[field] = String(data.get(field) ?? '');
  return values as Record<Field, string>;
}

/** The action's answer; when the server cannot be reached, an answer that says so. */
export async function outcomeOf<Data>(call: () => Promise<ActionResult<Data>>): Promise<ActionResult<Data>> {
  try {
    return await call();
  } catch (error) {
    unstable_rethrow(error);
    return {
      ok: false,
      error: {
        kind: 'unavailable',
        message: 'Lectern could not be reached. Check your connection and try again.',
      },
    };
  }
}
