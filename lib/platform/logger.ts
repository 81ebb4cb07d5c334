import { pino } from 'pino';
import { config } from './config.ts';

/** Structured log on stdout. Input values, tokens and document text are never logged. */
export const logger = pino({
  level: config().logLevel,
  base: null,
  redact: ['authorization', 'cookie', '*.authorization', '*.cookie', '*.password', '*.token'],
});
