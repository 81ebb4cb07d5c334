import pg from 'pg';
import { type Config, openSealed, sealedAnew } from '#lib/platform/index.ts';
import { type SealedPlace, sealedPlaces } from './sealed-places.ts';

type Secrets = Pick<Config, 'secret' | 'formerSecrets'>;
type Outcome = {
  /** Values that are under the current secret from now on. */
  resealed: number;
  /** Values that none of the secrets opens. */
  unreadable: number;
};

const SEALED = /v1\.[\w-]{16}\.[\w-]{22}\.[\w-]*/g;
/** The same for PostgreSQL. */
const SEALED_POSIX = 'v1\\.[A-Za-z0-9_-]{16}\\.[A-Za-z0-9_-]{22}\\.';

/**
 * Seals anew, under the current secret, everything in the database that a former one has sealed. Lectern may run
 * meanwhile, as it opens both; what changes under our hands is left to the next run. Safe to repeat.
 */
export async function resealDatabase(url: string, secrets: Secrets): Promise<Outcome> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const outcome = { resealed: 0, unreadable: 0 };
    for (const place of sealedPlaces) await resealColumn(client, place, secrets, outcome);
    return outcome;
  } finally {
    await client.end();
  }
}

async function resealColumn(
  client: pg.Client,
  { table, column, isJson }: SealedPlace,
  secrets: Secrets,
  outcome: Outcome,
): Promise<void> {
  const name = table.split('.').map(client.escapeIdentifier).join('.');
  const place = client.escapeIdentifier(column);
  const type = isJson ? 'jsonb' : 'text';
  const { rows } = await client.query<{ text: string }>(
    `SELECT DISTINCT ${place}::text AS text FROM ${name} WHERE ${place}::text ~ $1`,
    [SEALED_POSIX],
  );
  for (const { text } of rows) {
    const fresh = resealText(text, secrets, outcome);
    if (fresh !== text) {
      await client.query(`UPDATE ${name} SET ${place} = $2::${type} WHERE ${place}::text = $1`, [
        text,
        fresh,
      ]);
    }
  }
}

/** Sealed text is URL-safe, so it stands in JSON as it is. */
function resealText(text: string, secrets: Secrets, outcome: Outcome): string {
  return text.replaceAll(SEALED, (sealed) => {
    const fresh = sealedAnew(sealed, secrets);
    if (fresh !== null) outcome.resealed += 1;
    else if (!opens(sealed, secrets)) outcome.unreadable += 1;
    return fresh ?? sealed;
  });
}

function opens(sealed: string, secrets: Secrets): boolean {
  try {
    openSealed(sealed, secrets);
    return true;
  } catch {
    return false;
  }
}
