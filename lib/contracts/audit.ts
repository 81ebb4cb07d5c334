import { z } from 'zod';

const text = z.string().trim().min(1).max(200).optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);

/** What to show of an audit trail, as it stands in the address: days are those of UTC, both included. */
const auditChoiceSchema = z.object({ who: text, about: text, target: text, from: day, to: day });

export type AuditChoice = z.infer<typeof auditChoiceSchema>;

/** What an address holds; what is none of ours in it is left out. */
export function auditChoiceOf(query: Record<string, unknown>): AuditChoice {
  return auditChoiceSchema.parse(query);
}

/** The query of an address that holds the choice. */
export function auditQuery(choice: AuditChoice, cursor?: string): URLSearchParams {
  const given = Object.entries({ ...choice, cursor });
  return new URLSearchParams(given.flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
