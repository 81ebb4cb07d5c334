import type { ExportFormat, ExportSelection } from '#lib/contracts/index.ts';

export type ExportState = 'queued' | 'running' | 'ready' | 'failed';

/** Pages or documents written into one file to take along. */
export type Export = {
  id: string;
  /** Of the file. */
  name: string;
  format: ExportFormat;
  selection: ExportSelection;
  state: ExportState;
  /** Documents. */
  done: number;
  total: number;
  /** Blob key of the file; null until it is ready and after it has expired. */
  sha256: string | null;
  /** Bytes. */
  size: number | null;
  /** Why it failed, or what is missing in it; a sentence for people. */
  problem: string | null;
  createdAt: Date;
  expiresAt: Date | null;
  /** The person's name; null when they left. */
  createdBy: string | null;
};

/** How long a file waits to be fetched. */
export const KEPT_MS = 7 * 24 * 3_600_000;
/** How long the list still tells of it. */
export const LISTED_MS = 30 * 24 * 3_600_000;
