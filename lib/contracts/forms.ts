import { z } from 'zod';
import { isLanguageChoice } from './languages.ts';

/** Forms of people. One schema serves the browser's check and the server's. */

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email('Enter an e-mail address such as name@example.org.'));

export const newPasswordSchema = z
  .string()
  .min(10, 'Use at least 10 characters.')
  .max(200, 'Use at most 200 characters.');

export const signInForm = z.object({
  email: emailSchema,
  password: z.string().min(1, 'Enter your password.').max(200, 'Use at most 200 characters.'),
});

/** A code of the authenticator app, or a recovery code. */
export const codeForm = z.object({
  code: z.string().trim().min(1, 'Enter the code.').max(100, 'Use at most 100 characters.'),
});

/** Where a link shall be sent to. */
export const mailForm = z.object({ email: emailSchema });

export const setUpForm = z.object({
  name: z.string().trim().min(1, 'Enter your name.').max(100, 'Use at most 100 characters.'),
  email: emailSchema,
  password: newPasswordSchema,
  workspaceName: z.string().trim().min(1, 'Name your workspace.').max(60, 'Use at most 60 characters.'),
});

/** A language's own code, or `auto`. */
export const languageChoiceSchema = z.string().refine(isLanguageChoice, 'Choose a language of the list.');

export type SignInForm = z.infer<typeof signInForm>;
export type SetUpForm = z.infer<typeof setUpForm>;

/** The largest upload, for people and for the API's files. */
export const MAX_UPLOAD_BYTES = 100 * 1_048_576;

/** Media types a person may upload; the bytes are checked against the name's claim. */
export const uploadMediaTypes: readonly string[] = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/tiff',
  'image/gif',
  'image/avif',
  'image/heic',
];

/** What every server action answers. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | { ok: false; error: { kind: string; message: string; fields?: Record<string, string> } };
