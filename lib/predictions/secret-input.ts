import type { Json } from '#lib/contracts/index.ts';
import type { Model } from '#lib/models/index.ts';
import { openSealed, sealText } from '#lib/platform/index.ts';

const REDACTED = '[redacted]';

type Input = Record<string, Json>;

/** Parts an input into what may be shown and the sealed values of the fields that the model keeps secret. */
export function withoutSecrets(
  { secrets = [] }: Pick<Model, 'secrets'>,
  input: Input,
): { input: Input; sealedInput: Record<string, string> } {
  const shown = { ...input };
  const sealedInput: Record<string, string> = {};
  for (const field of secrets) {
    if (input[field] === undefined) continue;
    sealedInput[field] = sealText(JSON.stringify(input[field]));
    shown[field] = REDACTED;
  }
  return { input: shown, sealedInput };
}

/** The whole input, for the model alone. */
export function withSecrets(
  input: Input,
  sealedInput: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const opened = Object.entries(sealedInput).map(([field, sealed]): [string, unknown] => [
    field,
    JSON.parse(openSealed(sealed)),
  ]);
  return { ...input, ...Object.fromEntries(opened) };
}
