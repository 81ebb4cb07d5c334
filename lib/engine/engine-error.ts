export type EngineErrorCode =
  | 'unsupported'
  | 'unreadable'
  | 'encrypted'
  | 'wrong_password'
  | 'too_large'
  | 'no_pages'
  | 'no_such_page'
  | 'no_such_region'
  | 'unknown_language'
  | 'no_runtime'
  | 'timed_out'
  | 'out_of_memory'
  | 'crashed'
  | 'aborted';

/**
 * Why a file or page could not be read. The message is a clear sentence for the person who uploaded the file.
 */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: EngineErrorCode;

  constructor(code: EngineErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
