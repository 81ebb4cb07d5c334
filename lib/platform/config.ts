import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('0')
  .transform((value) => value === '1' || value === 'true');
const text = z.string().trim().min(1);
const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);
const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));
const optionalUrl = z
  .union([z.literal(''), httpUrl])
  .optional()
  .transform((value) => value || undefined);

const DEFAULT_DATA_FOLDER = './data';

/** Every variable that Lectern reads; docs/operations.md explains them to operators. */
const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  PUBLIC_URL: optionalUrl,
  LECTERN_INTERNAL_URL: optionalUrl,
  LECTERN_DATA_DIR: text.default(DEFAULT_DATA_FOLDER),
  DATABASE_URL: optionalText,
  LECTERN_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  LECTERN_ADMIN_EMAIL: z.union([z.literal(''), z.email()]).optional(),
  LECTERN_ADMIN_PASSWORD: z
    .union([z.literal(''), z.string().min(10, 'must have at least 10 characters')])
    .optional(),
  LECTERN_API_TOKEN: z
    .union([z.literal(''), z.string().min(20, 'must have at least 20 characters')])
    .optional(),
  LECTERN_ENGINE_PROCESSES: z.coerce.number().int().min(1).max(256).default(availableParallelism()),
  LECTERN_ALLOW_HTTP_WEBHOOKS: flag,
  LECTERN_ALLOW_PRIVATE_ADDRESSES: flag,
  LECTERN_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  LECTERN_API_CREATES_PER_MINUTE: z.coerce.number().int().min(0).default(600),
  LECTERN_API_REQUESTS_PER_MINUTE: z.coerce.number().int().min(0).default(3_000),
  LECTERN_API_RETENTION_MINUTES: z.coerce.number().int().min(0).default(60),
  LECTERN_MAX_WAITING_PREDICTIONS: z.coerce.number().int().min(1).default(10_000),
  LECTERN_NEW_WORKSPACE_PAGES: z.coerce.number().int().min(0).default(0),
  LECTERN_TEST_MODELS: flag,
  LECTERN_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  LECTERN_FORMER_SECRETS: optionalText,
  S3_BUCKET: optionalText,
  S3_ENDPOINT: optionalUrl,
  S3_REGION: text.default('us-east-1'),
  S3_ACCESS_KEY_ID: optionalText,
  S3_SECRET_ACCESS_KEY: optionalText,
  S3_PREFIX: optionalText,
  SMTP_URL: z
    .union([
      z.literal(''),
      z.url({ protocol: /^smtps?$/, error: 'must look like smtp://user:password@host:587' }),
    ])
    .optional(),
  SMTP_FROM: optionalText,
  OIDC_ISSUER: optionalUrl,
  OIDC_CLIENT_ID: optionalText,
  OIDC_CLIENT_SECRET: optionalText,
  OIDC_NAME: text.default('single sign-on'),
  OIDC_ALLOWED_DOMAINS: optionalText,
  OIDC_WORKSPACE: optionalText,
  OIDC_ROLE: z.enum(['admin', 'editor', 'viewer']).default('viewer'),
  REPLICATE_API_TOKEN: optionalText,
  REPLICATE_BASE_URL: optionalUrl,
});

export type Config = Readonly<{
  mode: 'development' | 'production' | 'test';
  port: number;
  /** What people and clients type; no trailing slash. */
  publicUrl: string;
  /** Whether the operator has said so: otherwise `publicUrl` is this machine's own name for itself. */
  hasPublicUrl: boolean;
  /** How our own processes reach `web`; no trailing slash. */
  internalUrl: string;
  /** Absolute path. */
  dataDir: string;
  /** Undefined: the supervisor runs an embedded PostgreSQL. */
  databaseUrl: string | undefined;
  secret: string;
  firstOwner: { email: string; password: string; apiToken: string | undefined } | undefined;
  engineProcesses: number;
  allowHttpWebhooks: boolean;
  allowPrivateAddresses: boolean;
  /** How many proxies of ours stand before `web` and add the address they see to X-Forwarded-For. */
  trustedProxies: number;
  /** Of one API token, in one web process; 0: no limit. */
  requestsPerMinute: { create: number; other: number };
  /** After its end a prediction's data is removed; undefined: never. */
  retentionMinutes: number | undefined;
  /** Of one workspace. */
  maxWaitingPredictions: number;
  /** That a workspace somebody makes may have read in a month; null: any number. */
  newWorkspacePages: number | null;
  testModels: boolean;
  logLevel: string;
  /** Secrets that this installation had: what they sealed is still opened, nothing new is sealed with them. */
  formerSecrets: readonly string[];
  /** The bucket that holds the blobs; undefined: the data folder does. */
  bucket:
    | {
        name: string;
        /** Undefined: Amazon's. */
        endpoint: string | undefined;
        region: string;
        /** Undefined: what the machine itself is allowed. */
        credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
        /** Before every key. */
        prefix: string;
      }
    | undefined;
  /** The server that takes our e-mail; undefined: none is sent. */
  mail: { url: string; from: string } | undefined;
  oidc:
    | {
        /** Where its discovery document lies; no trailing slash. */
        issuer: string;
        clientId: string;
        clientSecret: string;
        /** As the button says it. */
        name: string;
        /** Domains of e-mail addresses that may enter; empty: any that the provider lets in. */
        allowedDomains: readonly string[];
        /** What a new person becomes a member of, if anything. */
        joins: { workspaceSlug: string; role: 'admin' | 'editor' | 'viewer' } | undefined;
      }
    | undefined;
  /** The prediction service the portal talks to. `token` undefined: our own, with the workspace's own key. */
  provider: { baseUrl: string; token: string | undefined };
}>;

/** Thrown when a variable is missing or wrong; the message names each one and is meant for the operator. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads and checks the environment. Makes the data folder and, when LECTERN_SECRET is unset, a secret in it
 * that later starts find again.
 * @throws ConfigError naming every variable that is wrong.
 */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`The configuration is wrong:\n${problems.join('\n')}`);
  }
  const env = parsed.data;
  const dataDir = resolve(env.LECTERN_DATA_DIR);
  const internalUrl = env.LECTERN_INTERNAL_URL ?? `http://127.0.0.1:${env.PORT}`;
  return {
    mode: env.NODE_ENV,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    hasPublicUrl: env.PUBLIC_URL !== undefined,
    internalUrl,
    dataDir,
    databaseUrl: env.DATABASE_URL,
    secret: env.LECTERN_SECRET ?? keptSecret(dataDir),
    firstOwner: firstOwner(env),
    engineProcesses: env.LECTERN_ENGINE_PROCESSES,
    allowHttpWebhooks: env.LECTERN_ALLOW_HTTP_WEBHOOKS,
    allowPrivateAddresses: env.LECTERN_ALLOW_PRIVATE_ADDRESSES,
    trustedProxies: env.LECTERN_TRUSTED_PROXIES,
    requestsPerMinute: {
      create: env.LECTERN_API_CREATES_PER_MINUTE,
      other: env.LECTERN_API_REQUESTS_PER_MINUTE,
    },
    retentionMinutes: env.LECTERN_API_RETENTION_MINUTES || undefined,
    maxWaitingPredictions: env.LECTERN_MAX_WAITING_PREDICTIONS,
    newWorkspacePages: env.LECTERN_NEW_WORKSPACE_PAGES || null,
    testModels: env.LECTERN_TEST_MODELS,
    logLevel: env.LECTERN_LOG_LEVEL,
    formerSecrets: listed(env.LECTERN_FORMER_SECRETS),
    bucket: objectStore(env),
    mail: mailServer(env),
    oidc: oidcProvider(env),
    provider: {
      baseUrl:
        env.REPLICATE_BASE_URL ??
        (env.REPLICATE_API_TOKEN ? 'https://api.replicate.com/v1' : `${internalUrl}/v1`),
      token: env.REPLICATE_API_TOKEN,
    },
  };
}

function firstOwner(env: z.infer<typeof environmentSchema>): Config['firstOwner'] {
  const { LECTERN_ADMIN_EMAIL: email, LECTERN_ADMIN_PASSWORD: password, LECTERN_API_TOKEN: apiToken } = env;
  if (email && password) return { email, password, apiToken: apiToken || undefined };
  if (!email && !password && !apiToken) return undefined;
  throw new ConfigError(
    'The configuration is wrong:\n  LECTERN_ADMIN_EMAIL and LECTERN_ADMIN_PASSWORD belong together, and LECTERN_API_TOKEN needs both.',
  );
}

function objectStore(env: z.infer<typeof environmentSchema>): Config['bucket'] {
  const { S3_BUCKET: name, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!accessKeyId !== !secretAccessKey) {
    throw new ConfigError(
      'The configuration is wrong:\n  S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together.',
    );
  }
  if (!name) {
    if (!env.S3_ENDPOINT && !accessKeyId) return undefined;
    throw new ConfigError(
      'The configuration is wrong:\n  S3_BUCKET is missing beside the other S3 settings.',
    );
  }
  return {
    name,
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
    prefix: env.S3_PREFIX ?? '',
  };
}

function mailServer({ SMTP_URL: url, SMTP_FROM: from, PUBLIC_URL }: z.infer<typeof environmentSchema>) {
  if (!url) return undefined;
  return { url, from: from ?? `Lectern <lectern@${new URL(PUBLIC_URL ?? 'http://localhost').hostname}>` };
}

function oidcProvider(env: z.infer<typeof environmentSchema>): Config['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!issuer && !clientId && !clientSecret) return undefined;
  if (!issuer || !clientId || !clientSecret) {
    throw new ConfigError(
      'The configuration is wrong:\n  OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together.',
    );
  }
  return {
    issuer,
    clientId,
    clientSecret,
    name: env.OIDC_NAME,
    allowedDomains: listed(env.OIDC_ALLOWED_DOMAINS).map((domain) => domain.toLowerCase()),
    joins: env.OIDC_WORKSPACE ? { workspaceSlug: env.OIDC_WORKSPACE, role: env.OIDC_ROLE } : undefined,
  };
}

function listed(text: string | undefined): string[] {
  return (text ?? '').split(/[\s,]+/).filter(Boolean);
}

/** The data folder, for programs that need nothing else of the configuration and may run outside of `project`. */
export function dataFolder(project: string, environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(project, environment.LECTERN_DATA_DIR?.trim() || DEFAULT_DATA_FOLDER);
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(file)) {
    try {
      writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
  return readFileSync(file, 'utf8').trim();
}

/** The environment as it was given, for handing on to a child process. */
export function inheritedEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env };
}

let loaded: Config | undefined;

/** This process's configuration, read once. */
export function config(): Config {
  loaded ??= loadConfig();
  return loaded;
}
