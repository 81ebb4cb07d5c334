import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from './config.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lectern-config-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

function load(environment: Record<string, string> = {}) {
  return loadConfig({ LECTERN_DATA_DIR: dataDir, NODE_ENV: 'test', ...environment });
}

describe('loadConfig', () => {
  it('needs no variable at all', () => {
    const config = load();
    expect(config.publicUrl).toBe('http://localhost:3000');
    expect(config.databaseUrl).toBeUndefined();
    expect(config.allowPrivateAddresses).toBe(false);
    expect(config.provider).toEqual({ baseUrl: 'http://127.0.0.1:3000/v1', token: undefined });
  });

  it('makes a secret once and finds it again', () => {
    const first = load().secret;
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(load().secret).toBe(first);
    expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe(first);
    expect(statSync(join(dataDir, 'secret')).mode & 0o077).toBe(0);
  });

  it('prefers a given secret and writes none', () => {
    expect(load({ LECTERN_SECRET: 'x'.repeat(32) }).secret).toBe('x'.repeat(32));
    expect(() => statSync(join(dataDir, 'secret'))).toThrow();
  });

  it('names every variable that is wrong', () => {
    const wrong = { PORT: '99999', LECTERN_SECRET: 'short', PUBLIC_URL: 'ftp://example.org' };
    expect(() => load(wrong)).toThrow(ConfigError);
    for (const name of Object.keys(wrong)) expect(() => load(wrong)).toThrow(name);
  });

  it('never repeats a secret value in its error', () => {
    try {
      load({ LECTERN_SECRET: 'hunter2' });
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain('hunter2');
    }
  });

  it('takes the first owner whole or not at all', () => {
    const owner = { LECTERN_ADMIN_EMAIL: 'ada@example.org', LECTERN_ADMIN_PASSWORD: 'long enough 1' };
    expect(load(owner).firstOwner).toMatchObject({ email: 'ada@example.org', apiToken: undefined });
    expect(() => load({ LECTERN_ADMIN_EMAIL: 'ada@example.org' })).toThrow('belong together');
    expect(() => load({ LECTERN_API_TOKEN: 't'.repeat(20) })).toThrow('needs both');
  });

  it('talks to the hosted service exactly when a token for it is given', () => {
    expect(load({ REPLICATE_API_TOKEN: 'r8_x' }).provider).toEqual({
      baseUrl: 'https://api.replicate.com/v1',
      token: 'r8_x',
    });
    expect(load({ REPLICATE_BASE_URL: 'http://other:4000/v1/' }).provider.baseUrl).toBe(
      'http://other:4000/v1',
    );
  });
});
