import pg from 'pg';
import { makeText } from './bench-words.ts';

const PAGES_PER_DOCUMENT = 10;
const WORDS_PER_PAGE = 200;
const BATCH = 1_000;

/** A workspace with so many read pages, straight into the tables; the indexes are built at the end. */
export async function seedPages(
  databaseUrl: string,
  {
    workspaceId,
    pages,
    words,
    random,
  }: { workspaceId: string; pages: number; words: readonly string[]; random: () => number },
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('DROP INDEX page_search_vector_idx');
    await client.query(`INSERT INTO workspace (id, slug, name) VALUES ($1, 'bench', 'Bench')`, [workspaceId]);
    for (let first = 0; first < pages; first += BATCH) {
      const count = Math.min(BATCH, pages - first);
      const texts = Array.from({ length: count }, () => makeText(words, WORDS_PER_PAGE, random));
      await insertPages(client, workspaceId, first, texts);
    }
    await client.query(
      `INSERT INTO search_word (workspace_id, word, folded)
       SELECT $1, word, word FROM unnest($2::text[]) AS word ON CONFLICT DO NOTHING`,
      [workspaceId, words],
    );
    await client.query('CREATE INDEX page_search_vector_idx ON page_search USING gin (vector)');
    for (const table of ['document', 'page', 'extraction', 'page_search', 'search_word']) {
      await client.query(`VACUUM (ANALYZE) ${table}`);
    }
  } finally {
    await client.end();
  }
}

/** Rows by number: document n / 10 of the bench, page n; ids only have to be unique and of the right length. */
async function insertPages(
  client: pg.Client,
  workspaceId: string,
  first: number,
  texts: string[],
): Promise<void> {
  const steps = [
    `INSERT INTO document (id, workspace_id, name, content_type, size, sha256, state, page_count, created_at)
     SELECT 'd' || lpad(n::text, 25, '0'), $1, 'Scan ' || n || '.pdf', 'application/pdf', 1, md5(n::text), 'ready',
       ${PAGES_PER_DOCUMENT}, now() - n * interval '1 minute'
     FROM generate_series($2::int / ${PAGES_PER_DOCUMENT}, ($2::int + cardinality($3::text[]) - 1) / ${PAGES_PER_DOCUMENT}) n
     ON CONFLICT DO NOTHING`,
    `INSERT INTO job (id, workspace_id, document_id, status, languages)
     SELECT 'j' || lpad(n::text, 25, '0'), $1, 'd' || lpad(n::text, 25, '0'), 'succeeded', '{}'
     FROM generate_series($2::int / ${PAGES_PER_DOCUMENT}, ($2::int + cardinality($3::text[]) - 1) / ${PAGES_PER_DOCUMENT}) n
     ON CONFLICT DO NOTHING`,
    `INSERT INTO page (id, workspace_id, document_id, number, width, height)
     SELECT 'p' || lpad(n::text, 25, '0'), $1, 'd' || lpad((n / ${PAGES_PER_DOCUMENT})::text, 25, '0'),
       n % ${PAGES_PER_DOCUMENT} + 1, 1, 1
     FROM generate_series($2::int, $2::int + cardinality($3::text[]) - 1) n`,
    `INSERT INTO job_page (id, workspace_id, job_id, page_number, status, submission_id)
     SELECT 'q' || lpad(n::text, 25, '0'), $1, 'j' || lpad((n / ${PAGES_PER_DOCUMENT})::text, 25, '0'),
       n % ${PAGES_PER_DOCUMENT} + 1, 'succeeded', 's' || lpad(n::text, 25, '0')
     FROM generate_series($2::int, $2::int + cardinality($3::text[]) - 1) n`,
    `INSERT INTO extraction (page_id, workspace_id, document_id, page_number, job_page_id, text, confidence, state,
       read_at, changed_at)
     SELECT 'p' || lpad(n::text, 25, '0'), $1, 'd' || lpad((n / ${PAGES_PER_DOCUMENT})::text, 25, '0'),
       n % ${PAGES_PER_DOCUMENT} + 1, 'q' || lpad(n::text, 25, '0'), ($3::text[])[n - $2::int + 1], random(),
       CASE WHEN n % 10 = 0 THEN 'approved' ELSE 'new' END::review_state, now(), now()
     FROM generate_series($2::int, $2::int + cardinality($3::text[]) - 1) n`,
    `INSERT INTO page_search (page_id, workspace_id, document_id, config, folded, vector)
     SELECT 'p' || lpad(n::text, 25, '0'), $1, 'd' || lpad((n / ${PAGES_PER_DOCUMENT})::text, 25, '0'),
       'lectern_english', '',
       to_tsvector('lectern_english', ($3::text[])[n - $2::int + 1])
         || ('''workspace:' || $1 || '''')::tsvector
     FROM generate_series($2::int, $2::int + cardinality($3::text[]) - 1) n`,
  ];
  for (const sql of steps) await client.query(sql, [workspaceId, first, texts]);
}
