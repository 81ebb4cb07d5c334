import pg from 'pg';

/** A second and a half between one and the next: a million of them reach back two weeks and more. */
const SPACING = '1.5 seconds';

/** Fills the only workspace's list with ended predictions, older than those there are; and tells the time of the one in the middle. */
export async function seedPredictions(databaseUrl: string, count: number): Promise<{ middle: string }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO prediction (id, workspace_id, model, version, input, output, logs, status, created_at,
         started_at, completed_at)
       SELECT left(md5(n::text), 26), w.id, 'replicate/canary', repeat('0', 64), '{"text": "read this aloud"}',
         '["read", " this", " aloud"]', '', 'succeeded', t, t, t
       FROM (SELECT workspace_id AS id FROM api_token WHERE kind = 'personal' LIMIT 1) w,
         generate_series(1, $1::int) n,
         LATERAL (SELECT now() - interval '1 hour' - n * interval '${SPACING}' AS t) time`,
      [count],
    );
    await client.query('VACUUM (ANALYZE) prediction');
    const { rows } = await client.query<{ middle: Date }>(
      `SELECT now() - interval '1 hour' - $1::int / 2 * interval '${SPACING}' AS middle`,
      [count],
    );
    if (!rows[0]) throw new Error('The database told no time.');
    return { middle: rows[0].middle.toISOString() };
  } finally {
    await client.end();
  }
}
