import { config, derive, everySecret, isSameProof, NotFound } from '#lib/platform/index.ts';

/**
 * Where a prediction's output is streamed. Clients send no token there, so the address itself cannot be guessed
 * (contract 15).
 */
export function streamAddress(predictionId: string): string {
  return `${config().publicUrl}/v1/streams/${predictionId}/${signatureOf(predictionId)}`;
}

/** @throws NotFound unless the signature is that of the prediction's own address. */
export function checkStreamAddress(predictionId: string, signature: string): void {
  if (!everySecret().some((secret) => isSameProof(signature, signatureOf(predictionId, secret))))
    throw new NotFound('The requested resource could not be found.');
}

function signatureOf(predictionId: string, secret = config().secret): string {
  return derive(secret, `stream ${predictionId}`);
}
