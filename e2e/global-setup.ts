import {
  databaseUrlOf,
  endLectern,
  freePort,
  newDataDir,
  startLectern,
  testSettings,
} from './fixtures/lectern.ts';

/** Starts the Lectern that the specs share, and tells their processes how to reach it and its database. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { dataDir, remove } = newDataDir();
  const lectern = await startLectern({ dataDir, port: await freePort() });
  Object.assign(process.env, {
    LECTERN_E2E_URL: lectern.url,
    LECTERN_E2E_PID: String(lectern.supervisor.pid),
    DATABASE_URL: databaseUrlOf(dataDir),
    LECTERN_SECRET: testSettings.LECTERN_SECRET,
    LECTERN_DATA_DIR: dataDir,
  });
  return async () => {
    await endLectern(lectern);
    remove();
  };
}
