-- Jobs that programs begin are counted for their token.
ALTER TABLE "job" ADD COLUMN "api_token_id" TEXT;
ALTER TABLE "job" ADD CONSTRAINT "job_api_token_id_fkey" FOREIGN KEY ("api_token_id") REFERENCES "api_token"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was read before there was a count of it. A page that a later job carried over has kept its time, and counts once.
INSERT INTO "usage_day" ("workspace_id", "day", "subject_kind", "subject_id", "pages", "failed_pages")
SELECT page."workspace_id", (page."completed_at" AT TIME ZONE 'UTC')::date, 'user'::"usage_subject_kind", coalesce(job."created_by_id", ''),
  count(DISTINCT (job."document_id", page."page_number", page."completed_at")) FILTER (WHERE page."status" = 'succeeded'),
  count(DISTINCT (job."document_id", page."page_number", page."completed_at")) FILTER (WHERE page."status" = 'failed')
FROM "job_page" page JOIN "job" ON job."id" = page."job_id"
WHERE page."status" IN ('succeeded', 'failed') AND page."completed_at" IS NOT NULL
GROUP BY 1, 2, 3, 4;

-- The text of several pages has form feeds between them.
INSERT INTO "usage_day" ("workspace_id", "day", "subject_kind", "subject_id", "pages", "failed_pages")
SELECT prediction."workspace_id", (prediction."completed_at" AT TIME ZONE 'UTC')::date, 'token'::"usage_subject_kind", token."id",
  coalesce(sum(CASE WHEN jsonb_typeof(prediction."output") = 'string'
    THEN 1 + length(prediction."output" #>> '{}') - length(replace(prediction."output" #>> '{}', chr(12), ''))
    ELSE 1 END) FILTER (WHERE prediction."status" = 'succeeded'), 0),
  count(*) FILTER (WHERE prediction."status" = 'failed')
FROM "prediction" JOIN "api_token" token ON token."id" = prediction."api_token_id"
WHERE token."kind" = 'personal' AND prediction."status" IN ('succeeded', 'failed') AND prediction."completed_at" IS NOT NULL
GROUP BY 1, 2, 3, 4;
