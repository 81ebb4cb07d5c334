-- DropIndex
DROP INDEX "extraction_workspace_id_state_confidence_idx";

-- DropIndex
DROP INDEX "page_search_folded_idx";

-- AlterTable
ALTER TABLE "page_search" ADD COLUMN     "number" BIGSERIAL NOT NULL;

-- CreateIndex
CREATE INDEX "document_name_idx" ON "document" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "extraction_workspace_id_state_confidence_page_id_idx" ON "extraction"("workspace_id", "state", "confidence", "page_id");

-- CreateIndex
CREATE INDEX "extraction_queue_idx" ON "extraction"("workspace_id", "document_id", "state", "page_number", "confidence", "doubtful_count", "read_at");

-- CreateIndex
CREATE UNIQUE INDEX "page_search_workspace_id_number_key" ON "page_search"("workspace_id", "number");

-- CreateIndex, in the order of the letters' codes whatever the order of the database: for beginnings of words
CREATE INDEX "search_word_workspace_id_folded_idx" ON "search_word"("workspace_id", "folded" COLLATE "C");


-- Pairs of neighbours in a text, as numbers from 0 to 65535, so that a phrase of frequent words is looked for on few
-- pages. The same number for other words costs a look at their page and nothing else.
CREATE FUNCTION lectern_word_pairs(words tsvector) RETURNS integer[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT coalesce(array_agg(hashtextextended(lexeme || ' ' || next, 0) & 65535), '{}')::integer[]
  FROM (
    SELECT lexeme, place, lead(lexeme) OVER text AS next, lead(place) OVER text AS next_place
    FROM unnest(words) AS word (lexeme, places, weights), unnest(places) AS place
    WINDOW text AS (ORDER BY place)
  ) AS neighbours
  WHERE next_place = place + 1
);

-- Letters and pairs of letters, for scripts that put no blanks between words.
CREATE FUNCTION lectern_letter_pairs(folded text) RETURNS integer[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT coalesce(array_agg(hashtextextended(letters, 0) & 65535), '{}')::integer[]
  FROM (
    SELECT letter, letter || lead(letter) OVER (ORDER BY place) AS pair
    FROM unnest(string_to_array(folded, NULL)) WITH ORDINALITY AS text (letter, place)
  ) AS neighbours, unnest(ARRAY[letter, pair]) AS letters
  WHERE letters IS NOT NULL
);

-- CreateIndex
CREATE INDEX "page_search_word_pairs_idx" ON "page_search" USING GIN (lectern_word_pairs("vector"));
ALTER INDEX "page_search_word_pairs_idx" ALTER COLUMN 1 SET STATISTICS 0;

-- CreateIndex
CREATE INDEX "page_search_letter_pairs_idx" ON "page_search" USING GIN (lectern_letter_pairs("folded")) WHERE "folded" <> '';
ALTER INDEX "page_search_letter_pairs_idx" ALTER COLUMN 1 SET STATISTICS 0;
