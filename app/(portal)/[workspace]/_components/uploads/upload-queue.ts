import { outcomeOf } from '#app/_ui/use-form-action.ts';
import { rerunDocument, startJob } from '../../documents/actions.ts';
import { problemOfFile } from './check-file.ts';
import { sendFile } from './send-file.ts';
import { isUnderWay, type Upload, type UploadState } from './upload.ts';

const SENDING_AT_ONCE = 3;

/** The tab's files on their way. Lives outside React, so that progress redraws nothing but the panel. */
export class UploadQueue {
  readonly #workspace: string;
  readonly #watchers = new Set<() => void>();
  readonly #aborts = new Map<string, AbortController>();
  #uploads: readonly Upload[] = [];

  constructor(workspace: string) {
    this.#workspace = workspace;
  }

  watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  uploads = (): readonly Upload[] => this.#uploads;

  /** @param language code of the files' language. */
  add(files: Iterable<File>, language: string): void {
    const added = [...files].map((file): Upload => {
      const problem = problemOfFile(file);
      const state: UploadState = problem
        ? { step: 'failed', message: problem, mayRetry: false }
        : { step: 'waiting' };
      return { id: newUploadId(), file, language, state };
    });
    this.#replace([...this.#uploads, ...added]);
    this.#sendMore();
  }

  /** Takes a file out of the list; one that is still being sent is no longer sent. */
  remove(id: string): void {
    this.#aborts.get(id)?.abort();
    this.#replace(this.#uploads.filter((upload) => upload.id !== id));
  }

  retry(id: string): void {
    this.#set(id, { step: 'waiting' });
    this.#sendMore();
  }

  removeEnded(): void {
    this.#replace(this.#uploads.filter(isUnderWay));
  }

  /** Has the document that is already here read anew. */
  async readAgain({ id, language }: Upload, documentId: string): Promise<void> {
    this.#set(id, { step: 'checking' });
    const result = await outcomeOf(() => rerunDocument({ workspace: this.#workspace, documentId, language }));
    if (result.ok) this.#set(id, { step: 'started', documentId });
    else this.#set(id, { step: 'failed', message: result.error.message, mayRetry: false });
  }

  #sendMore(): void {
    for (const upload of this.#uploads) {
      if (this.#aborts.size >= SENDING_AT_ONCE) return;
      if (upload.state.step === 'waiting') void this.#send(upload);
    }
  }

  async #send({ id, file, language }: Upload): Promise<void> {
    const abort = new AbortController();
    this.#aborts.set(id, abort);
    this.#set(id, { step: 'uploading', sentBytes: 0 });
    const sent = await sendFile(file, {
      workspace: this.#workspace,
      signal: abort.signal,
      onSent: (bytes) =>
        this.#set(id, bytes < file.size ? { step: 'uploading', sentBytes: bytes } : { step: 'checking' }),
    });
    this.#aborts.delete(id);
    this.#sendMore();
    if (sent.outcome === 'failed') {
      this.#set(id, { step: 'failed', message: sent.message, mayRetry: sent.mayRetry });
    } else if (sent.outcome === 'stored') {
      const { duplicateOf, uploadId } = sent.receipt;
      if (duplicateOf) this.#set(id, { step: 'duplicate', of: duplicateOf });
      else await this.#startReading(id, uploadId, language);
    }
  }

  async #startReading(id: string, uploadId: string, language: string): Promise<void> {
    this.#set(id, { step: 'checking' });
    const result = await outcomeOf(() => startJob({ workspace: this.#workspace, uploadId, language }));
    if (result.ok) this.#set(id, { step: 'started', documentId: result.data.documentId });
    else this.#set(id, { step: 'failed', message: result.error.message, mayRetry: true });
  }

  #set(id: string, state: UploadState): void {
    this.#replace(this.#uploads.map((upload) => (upload.id === id ? { ...upload, state } : upload)));
  }

  #replace(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    for (const watcher of this.#watchers) watcher();
  }
}

let counter = 0;
function newUploadId(): string {
  return `upload-${++counter}`;
}
