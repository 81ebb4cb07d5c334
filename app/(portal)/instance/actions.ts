'use server';

import type { z } from 'zod';
import { runAsPerson } from '#app/_actions/run-action.ts';
import { authorizeInstance } from '#lib/access/index.ts';
import { makeResetLink as makeLink, type ResetLink } from '#lib/accounts/index.ts';
import { type ActionResult, monthlyQuotaForm, resetLinkForm } from '#lib/contracts/index.ts';
import * as instance from '#lib/instance/index.ts';

/** For who looks after the installation; everybody else is told that there is nothing. */
export async function setMonthlyQuota(
  input: z.input<typeof monthlyQuotaForm>,
): Promise<ActionResult<undefined>> {
  return runAsPerson(monthlyQuotaForm, input, async ({ workspaceId, pages }, { actor }) => {
    await instance.setMonthlyQuota(authorizeInstance(actor), workspaceId, pages);
    return undefined;
  });
}

/** Answers the link this once. */
export async function makeResetLink(input: z.input<typeof resetLinkForm>): Promise<ActionResult<ResetLink>> {
  return runAsPerson(resetLinkForm, input, ({ userId, endsSecondFactor }, { actor }) =>
    makeLink(authorizeInstance(actor), { person: { id: userId }, endsSecondFactor }),
  );
}
