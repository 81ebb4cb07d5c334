import { z } from 'zod';

/**
 * One operation of an API: what it takes, what it answers (200 unless told), and the permission a token needs for it;
 * null where no token is needed. What has the limit `create` is counted apart from the rest. `body: z.undefined()`
 * means that a body is ignored, or a `form`, or plain text.
 */
export type Operation = {
  method: string;
  path: string;
  tag: string;
  summary: string;
  permission: string | null;
  status?: number;
  limit?: 'create';
  /** What it may answer besides what every operation may: a sentence each. */
  problems?: { readonly '409'?: string; readonly '503'?: string };
  params: z.ZodObject;
  query: z.ZodObject;
  headers?: z.ZodObject;
  body: z.ZodType;
  form?: z.ZodObject;
  /** What a caller may send; `$NAME` stands for an id of their own. */
  example?: Readonly<Record<string, unknown>>;
  reply: z.ZodType;
};

/** An operation that needs nothing but its address. */
export const takesNothing = { params: z.object({}), query: z.object({}), body: z.undefined() };
