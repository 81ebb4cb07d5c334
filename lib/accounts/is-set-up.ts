import { anyUserExists } from './user-store.ts';

/** Whether this installation has its first owner; anybody may ask. */
export function isSetUp(): Promise<boolean> {
  return anyUserExists();
}
