import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { config, logger, Unavailable } from '#lib/platform/index.ts';

/** The operator's bucket (S3_BUCKET), which then holds all blobs; null: they are kept on disk alone. */
export function bucket(): Bucket | null {
  const settings = config().bucket;
  if (!settings) return null;
  kept ??= new Bucket(settings);
  return kept;
}

let kept: Bucket | undefined;

type Settings = NonNullable<ReturnType<typeof config>['bucket']>;

export class Bucket {
  readonly #client: S3Client;
  readonly #settings: Settings;

  constructor(settings: Settings) {
    const { endpoint, region, credentials } = settings;
    this.#settings = settings;
    this.#client = new S3Client({
      region,
      // Services of one's own seldom have a name for every bucket.
      ...(endpoint && { endpoint, forcePathStyle: true }),
      ...(credentials && { credentials }),
      maxAttempts: 4,
    });
  }

  /** Puts the file there under its key. @throws Unavailable */
  async put(key: string, path: string, size: number): Promise<void> {
    const command = new PutObjectCommand({
      ...this.#object(key),
      Body: createReadStream(path),
      ContentLength: size,
    });
    await this.#ask(() => this.#client.send(command));
  }

  /** The bytes under the key; null when there are none. @throws Unavailable */
  async get(key: string): Promise<AsyncIterable<Uint8Array> | null> {
    const answer = await this.#ask(() => this.#client.send(new GetObjectCommand(this.#object(key))));
    // In Node the SDK answers with a stream of Node's.
    return (answer?.Body as Readable | undefined) ?? null;
  }

  /** When it was put there last; null: never. @throws Unavailable */
  async writtenAt(key: string): Promise<Date | null> {
    const answer = await this.#ask(() => this.#client.send(new HeadObjectCommand(this.#object(key))));
    return answer?.LastModified ?? null;
  }

  /** @throws Unavailable */
  async remove(key: string): Promise<void> {
    await this.#ask(() => this.#client.send(new DeleteObjectCommand(this.#object(key))));
  }

  #object(key: string) {
    return { Bucket: this.#settings.name, Key: `${this.#settings.prefix}${key.slice(0, 2)}/${key}` };
  }

  async #ask<Answer>(send: () => Promise<Answer>): Promise<Answer | null> {
    try {
      return await send();
    } catch (error) {
      const isMissing = error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;
      if (isMissing && error.name !== 'NoSuchBucket') return null;
      logger.error({ err: error }, 'the object store did not do what it was asked');
      throw new Unavailable('The store of files does not answer. Try again in a moment.');
    }
  }
}
