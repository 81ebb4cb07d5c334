import { z } from 'zod';

// What a browser answers when it made or used a passkey (WebAuthn Level 3, 5.1), as far as we look at it.

const base64url = z
  .string()
  .max(16_384)
  .regex(/^[\w-]*={0,2}$/);
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  // Extensions that we did not ask for say nothing to us.
  clientExtensionResults: z.unknown().transform(() => ({})),
};

const knownTransports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

/** A passkey that was just made. */
export const newPasskeySchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    // Browsers may know kinds that we do not.
    transports: z
      .array(z.string())
      .optional()
      .transform((kinds = []) => knownTransports.filter((kind) => kinds.includes(kind))),
  }),
});

/** What a passkey signed. */
export const passkeyProofSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
  }),
});

export const passkeyNameSchema = z
  .string()
  .trim()
  .min(1, 'Give the passkey a name.')
  .max(60, 'Use at most 60 characters.');

export type NewPasskey = z.output<typeof newPasskeySchema>;
export type PasskeyProof = z.output<typeof passkeyProofSchema>;
