import { z } from 'zod';

/**
 * The form of every id of ours. What comes in a URL is held against it before the database is asked: PostgreSQL
 * takes a NUL, for instance, for an error of the whole query.
 */
export const idSchema = z.string().regex(/^[0-9a-z]{26}$/);
