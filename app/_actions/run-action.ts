import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { requireSameOrigin } from '#app/_session/same-origin.ts';
import { scopeInWorkspace } from '#app/_session/scopes.ts';
import { requireActor } from '#app/_session/session.ts';
import type { Permission, Scope } from '#lib/access/index.ts';
import type { SessionHolder } from '#lib/accounts/index.ts';
import type { ActionResult } from '#lib/contracts/index.ts';
import { AppError, InvalidInput } from '#lib/platform/errors.ts';
import { logger } from '#lib/platform/logger.ts';

/**
 * What every server action does around its one verb: checks where it comes from and what it brings, and turns errors
 * into a result. An
 * action is a public endpoint, whatever the types say: input is `unknown` until the schema has read it.
 */
export async function runAction<Schema extends z.ZodType, Data>(
  schema: Schema,
  input: unknown,
  run: (input: z.output<Schema>) => Promise<Data>,
): Promise<ActionResult<Data>> {
  try {
    requireSameOrigin({ headers: await headers() });
    const parsed = schema.safeParse(input);
    if (!parsed.success) return { ok: false, error: inputError(parsed.error) };
    return { ok: true, data: await run(parsed.data) };
  } catch (error) {
    // Redirects and the like travel as exceptions that Next itself must catch.
    unstable_rethrow(error);
    return { ok: false, error: errorOf(error) };
  }
}

/** For signed-in people: `run` also gets the session. */
export function runAsPerson<Schema extends z.ZodType, Data>(
  schema: Schema,
  input: unknown,
  run: (input: z.output<Schema>, session: SessionHolder) => Promise<Data>,
): Promise<ActionResult<Data>> {
  return runAction(schema, input, async (data) => run(data, await requireActor()));
}

/** For members of the workspace named in the input who may do this: `run` gets the scope to do it with. */
export function runInWorkspace<Schema extends z.ZodType<{ workspace: string }>, Data>(
  schema: Schema,
  input: unknown,
  permission: Permission,
  run: (input: z.output<Schema>, scope: Scope) => Promise<Data>,
): Promise<ActionResult<Data>> {
  return runAsPerson(schema, input, (data, session) =>
    run(data, scopeInWorkspace(session, data.workspace, permission)),
  );
}

type ActionError = Extract<ActionResult<never>, { ok: false }>['error'];

function inputError(error: z.ZodError): ActionError {
  const fields: Record<string, string> = {};
  for (const { path, message } of error.issues) fields[path.join('.')] ??= message;
  return { kind: 'invalid_input', message: 'Something in the form is not right yet.', fields };
}

function errorOf(error: unknown): ActionError {
  if (error instanceof InvalidInput) {
    const fields = Object.fromEntries(error.problems.map(({ field, description }) => [field, description]));
    const { kind, message } = error;
    return { kind, message, ...(error.problems.length > 0 && { fields }) };
  }
  if (error instanceof AppError) return { kind: error.kind, message: error.message };
  logger.error({ err: error }, 'an action failed');
  return { kind: 'internal', message: 'Something went wrong on the server. Try again.' };
}
