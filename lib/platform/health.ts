import { database } from './database.ts';

/** Whether the database takes a query now. Never throws. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await database().$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
