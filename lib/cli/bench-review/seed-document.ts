// Run by `npm run bench:review` on the Lectern of the bench: writes one document that was read, and prints who may
// open it and where it is.
import process from 'node:process';
import pg from 'pg';
import { writeBlob } from '#lib/blobs/index.ts';
import { recordMissing } from '#lib/extractions/index.ts';
import { config } from '#lib/platform/config.ts';
import { closeDatabase, newId } from '#lib/platform/index.ts';
import { createUser } from '#lib/testing/accounts.ts';
import { seededRandom } from '#lib/testing/seeded-random.ts';
import { makeWords } from '../bench-search/bench-words.ts';
import type { BenchDocument } from './bench-document.ts';
import { drawScan, makeLines, readingOf } from './make-page.ts';

const VOCABULARY = 5_000;
const BATCH = 25;
const MAX_BYTES = 10_000_000;

const [pages = 0, wordsPerPage = 0] = process.argv.slice(2).map(Number);
const words = makeWords(VOCABULARY);
const random = seededRandom(500);
const client = new pg.Client({ connectionString: config().databaseUrl });
await client.connect();
const { workspace, sessionToken } = await createUser();
const documentId = await insertDocument(workspace.id);
for (let first = 1; first <= pages; first += BATCH) {
  await insertReadings(documentId, first, Math.min(BATCH, pages - first + 1));
}
await client.end();
await recordMissing({ documentId });
await closeDatabase();
const made: BenchDocument = { path: `/${workspace.slug}/documents/${documentId}/review`, sessionToken };
console.log(JSON.stringify(made));

/** The document, its job, and its pages, which share one picture. */
async function insertDocument(workspaceId: string): Promise<string> {
  const { image, thumbnail } = await drawScan(makeLines(words, wordsPerPage, random));
  const [picture, small] = await Promise.all(
    [image, thumbnail].map((bytes) => writeBlob([bytes], { maxBytes: MAX_BYTES })),
  );
  const id = newId();
  await client.query(
    `INSERT INTO document (id, workspace_id, name, content_type, size, sha256, state, page_count)
     VALUES ($1, $2, 'Long scan.pdf', 'application/pdf', 1, $3, 'ready', $4)`,
    [id, workspaceId, picture?.sha256, pages],
  );
  await client.query(
    `INSERT INTO job (id, workspace_id, document_id, status, languages, started_at, completed_at)
     VALUES ($1, $2, $1, 'succeeded', '{eng}', now(), now())`,
    [id, workspaceId],
  );
  await client.query(
    `INSERT INTO page (id, workspace_id, document_id, number, width, height, image_sha256, thumbnail_sha256)
     SELECT 'p' || lpad(n::text, 25, '0'), $2, $1, n, 595, 842, $3, $4 FROM generate_series(1, $5::int) n`,
    [id, workspaceId, picture?.sha256, small?.sha256, pages],
  );
  return id;
}

async function insertReadings(id: string, first: number, count: number): Promise<void> {
  const readings = Array.from({ length: count }, () => readingOf(makeLines(words, wordsPerPage, random)));
  await client.query(
    `INSERT INTO job_page (id, workspace_id, job_id, page_number, status, submission_id, text, reading, started_at,
       completed_at)
     SELECT 'q' || lpad(n::text, 25, '0'), workspace_id, id, n, 'succeeded', 's' || lpad(n::text, 25, '0'),
       reading ->> 'text', reading, now(), now()
     FROM job, unnest($2::jsonb[]) WITH ORDINALITY AS made (reading, place), LATERAL (SELECT $3::int + place - 1 AS n) p
     WHERE id = $1`,
    [id, readings.map((reading) => JSON.stringify(reading)), first],
  );
}
