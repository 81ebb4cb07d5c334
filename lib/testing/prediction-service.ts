import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { newId } from '#lib/platform/ids.ts';

/** A prediction as the service below keeps it; tests change it and ask for its webhook. */
export type ServedPrediction = {
  id: string;
  input: Record<string, unknown>;
  /** Undefined when the portal cannot be called back. */
  webhook: string | undefined;
  status: string;
  output: unknown;
  error: string | null;
  /** The path it was created by, and the key it was created with. */
  path: string;
  authorization: string;
  canceled: boolean;
};

type Answer = { status: number; body: unknown };

/**
 * The part of a prediction service that the portal speaks to, by the wire contract, on a real port. It reads
 * nothing: tests say what comes of each prediction, and send its webhooks as they like.
 */
export class PredictionService {
  readonly predictions: ServedPrediction[] = [];
  /** The raw multipart bodies of uploaded files. */
  readonly files: string[] = [];
  secretKey = randomBytes(32);
  secretsGiven = 0;
  /** While set, creating is answered with this. */
  refusal: Answer | null = null;
  /** Asking about these predictions is answered with this. */
  readonly answers = new Map<string, Answer>();
  /** Runs before a creation is answered: the world may change while the portal waits. */
  beforeAnswer: ((prediction: ServedPrediction) => Promise<void>) | null = null;
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The service has no port.');
    return `http://127.0.0.1:${address.port}/v1`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get secret(): string {
    return `whsec_${this.secretKey.toString('base64')}`;
  }

  /** Headers of a signed webhook with this body (contract 14.2). */
  sign(body: string, { id = newId(), at = new Date() } = {}): Record<string, string> {
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const mac = createHmac('sha256', this.secretKey).update(`${id}.${timestamp}.${body}`).digest('base64');
    return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${mac}` };
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body } = await this.#answer(request, await text(request));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  async #answer(request: IncomingMessage, body: string): Promise<Answer> {
    const route = `${request.method} ${request.url}`;
    if (route === 'POST /v1/files') return this.#storeFile(request, body);
    if (route === 'GET /v1/webhooks/default/secret') {
      this.secretsGiven += 1;
      return { status: 200, body: { key: this.secret } };
    }
    if (request.method === 'POST' && /^\/v1\/(models\/.+\/)?predictions$/.test(request.url ?? '')) {
      return this.#create(request, JSON.parse(body));
    }
    const [, id, cancel] = /^\/v1\/predictions\/(\w+)(\/cancel)?$/.exec(request.url ?? '') ?? [];
    const answer = this.answers.get(id ?? '');
    if (answer) return answer;
    const found = this.predictions.find((prediction) => prediction.id === id);
    if (!found)
      return { status: 404, body: { detail: 'The requested resource could not be found.', status: 404 } };
    if (cancel) found.canceled = true;
    return { status: 200, body: found };
  }

  #storeFile(request: IncomingMessage, body: string): Answer {
    this.files.push(body);
    const url = `http://${request.headers.host}/v1/files/${newId()}`;
    const expiresAt = new Date(Date.now() + 24 * 3_600_000);
    return { status: 201, body: { id: newId(), expires_at: expiresAt.toISOString(), urls: { get: url } } };
  }

  async #create(
    request: IncomingMessage,
    { input, webhook }: { input: Record<string, unknown>; webhook?: string },
  ): Promise<Answer> {
    if (this.refusal) return this.refusal;
    const prediction: ServedPrediction = {
      id: newId(),
      input,
      webhook,
      status: 'starting',
      output: null,
      error: null,
      path: request.url ?? '',
      authorization: request.headers.authorization ?? '',
      canceled: false,
    };
    this.predictions.push(prediction);
    await this.beforeAnswer?.(prediction);
    return { status: 201, body: prediction };
  }
}
