import { createStore, del, entries, set, type UseStore } from 'idb-keyval';
import { z } from 'zod';
import { extractionSchema, lineOperationSchema, saveSchema } from '#lib/contracts/index.ts';

/** A tab that still runs renews its hold; what nobody holds belongs to a tab that crashed or was closed. */
export const HOLD_MS = 25_000;

const keptSchema = z.object({
  user: z.string(),
  documentId: z.string(),
  page: z.number(),
  tab: z.string(),
  heldUntilMs: z.number(),
  server: extractionSchema,
  sending: saveSchema.nullable(),
  waiting: z.array(lineOperationSchema),
});

/** Corrections that no server has confirmed, in the browser's own database. */
export type KeptEdits = z.infer<typeof keptSchema>;

export type KeptKey = Pick<KeptEdits, 'user' | 'documentId' | 'page' | 'tab'>;

function keyOf({ user, documentId, page, tab }: KeptKey): string {
  return [user, documentId, page, tab].join('/');
}

let store: UseStore | undefined;

/** Made when first needed: the server, which draws pages too, has no such database. */
function database(): UseStore {
  store ??= createStore('lectern-review', 'unsaved');
  return store;
}

/** A browser that refuses (private windows, a full disk) leaves us with the memory alone. */
async function ifAllowed<T>(run: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await run();
  } catch {
    return otherwise;
  }
}

export function keepEdits(kept: Omit<KeptEdits, 'heldUntilMs'>): Promise<void> {
  return ifAllowed(
    () => set(keyOf(kept), { ...kept, heldUntilMs: Date.now() + HOLD_MS }, database()),
    undefined,
  );
}

export function forgetEdits(key: KeptKey): Promise<void> {
  return ifAllowed(() => del(keyOf(key), database()), undefined);
}

/** What this tab kept of a document before it was loaded anew, and what tabs kept that run no more. */
export async function findKeptEdits({ user, documentId, tab }: Omit<KeptKey, 'page'>): Promise<KeptEdits[]> {
  const all = await ifAllowed(() => entries<string, unknown>(database()), []);
  return all.flatMap(([, value]) => {
    const kept = keptSchema.safeParse(value);
    if (!kept.success || kept.data.user !== user || kept.data.documentId !== documentId) return [];
    return kept.data.tab === tab || kept.data.heldUntilMs < Date.now() ? [kept.data] : [];
  });
}

const TAB_KEY = 'lectern-review-tab';

/** A name for this tab that outlives a reload. */
export function tabName(): string {
  try {
    const known = sessionStorage.getItem(TAB_KEY);
    if (known) return known;
    const name = newName();
    sessionStorage.setItem(TAB_KEY, name);
    return name;
  } catch {
    return newName();
  }
}

/** 16 characters of a to v and 0 to 9. Works without https, where `randomUUID` is missing. */
export function newName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (byte & 31).toString(32)).join('');
}
