export type UploadState =
  | { step: 'waiting' }
  | { step: 'uploading'; sentBytes: number }
  /** All bytes are there; the server looks at them. */
  | { step: 'checking' }
  | { step: 'started'; documentId: string }
  | { step: 'duplicate'; of: { documentId: string; name: string } }
  | { step: 'failed'; message: string; mayRetry: boolean };

/** One file on its way to becoming a document. */
export type Upload = { id: string; file: File; language: string; state: UploadState };

export function isUnderWay({ state }: Upload): boolean {
  return state.step === 'waiting' || state.step === 'uploading' || state.step === 'checking';
}

/** Whether the reader has something to decide or to repair. */
export function needsAttention({ state }: Upload): boolean {
  return state.step === 'failed' || state.step === 'duplicate';
}
