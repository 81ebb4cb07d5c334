import { Pool } from 'undici';

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

export type ApiClient = {
  /** Any answer of another status than this one is an error. */
  ask(expected: number, path: string, options?: AskOptions): Promise<Answer>;
  close(): Promise<void>;
};

export type AskOptions = { method?: 'GET' | 'POST'; body?: unknown; headers?: Record<string, string> };

/** Speaks to one server over connections that stay open, so that what is measured is the server. */
export function createApiClient(url: string, token: string): ApiClient {
  const pool = new Pool(url, { connections: 256, headersTimeout: 120_000, bodyTimeout: 120_000 });
  return {
    async ask(expected, path, { method = 'GET', body, headers = {} } = {}) {
      const answer = await pool.request({
        method,
        path,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
        body: body === undefined ? null : JSON.stringify(body),
      });
      const text = await answer.body.text();
      if (answer.statusCode !== expected)
        throw new Error(`${method} ${path} was answered with ${answer.statusCode}:\n${text}`);
      return { status: answer.statusCode, headers: answer.headers, text };
    },
    close: () => pool.destroy(),
  };
}
