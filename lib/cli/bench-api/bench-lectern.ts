import { randomBytes } from 'node:crypto';
import {
  databaseUrlOf,
  endLectern,
  freePort,
  newDataDir,
  startLectern,
} from '#lib/testing/lectern-process.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
import { type CpuSeconds, cpuSecondsOf } from './cpu-seconds.ts';

export type BenchLectern = {
  client: ApiClient;
  databaseUrl: string;
  cpuSeconds(): CpuSeconds | undefined;
};

export type BenchLecterns = {
  /** Starts a Lectern, after the end of the one before it. */
  start(settings: Record<string, string>): Promise<BenchLectern>;
  /** Ends what runs and removes all of it. */
  close(): Promise<void>;
};

/** Lecterns on one data folder, one after the other, that nothing else uses. */
export function createBenchLecterns(): BenchLecterns {
  const { dataDir, remove } = newDataDir();
  const token = randomBytes(24).toString('base64url');
  const owner = {
    LECTERN_ADMIN_EMAIL: 'bench@example.org',
    LECTERN_ADMIN_PASSWORD: token,
    LECTERN_API_TOKEN: token,
  };
  let end = async () => {};
  return {
    async start(settings) {
      await end();
      const port = await freePort();
      const lectern = await startLectern({ dataDir, port, settings: { ...owner, ...settings } });
      const client = createApiClient(lectern.url, token);
      end = async () => {
        await client.close();
        await endLectern(lectern);
      };
      return {
        client,
        databaseUrl: databaseUrlOf(dataDir),
        cpuSeconds: () => cpuSecondsOf(lectern.supervisor.pid ?? 0),
      };
    },
    async close() {
      await end();
      remove();
    },
  };
}
