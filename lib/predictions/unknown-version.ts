import { InvalidInput } from '#lib/platform/index.ts';

/** The caller named a version that does not exist or is not offered. */
export class UnknownVersion extends InvalidInput {
  override name = 'UnknownVersion';

  constructor() {
    super("The specified version does not exist (or perhaps you don't have permission to use it?)");
  }
}
