-- The configurations of PostgreSQL, with accents taken off before the endings of words.
CREATE TEXT SEARCH CONFIGURATION lectern_simple (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION lectern_simple ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
CREATE TEXT SEARCH CONFIGURATION lectern_danish (COPY = pg_catalog.danish);
ALTER TEXT SEARCH CONFIGURATION lectern_danish ALTER MAPPING FOR hword, hword_part, word WITH unaccent, danish_stem;
CREATE TEXT SEARCH CONFIGURATION lectern_dutch (COPY = pg_catalog.dutch);
ALTER TEXT SEARCH CONFIGURATION lectern_dutch ALTER MAPPING FOR hword, hword_part, word WITH unaccent, dutch_stem;
CREATE TEXT SEARCH CONFIGURATION lectern_english (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION lectern_english ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
CREATE TEXT SEARCH CONFIGURATION lectern_finnish (COPY = pg_catalog.finnish);
ALTER TEXT SEARCH CONFIGURATION lectern_finnish ALTER MAPPING FOR hword, hword_part, word WITH unaccent, finnish_stem;
CREATE TEXT SEARCH CONFIGURATION lectern_french (COPY = pg_catalog.french);
ALTER TEXT SEARCH CONFIGURATION lectern_french ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;
CREATE TEXT SEARCH CONFIGURATION lectern_german (COPY = pg_catalog.german);
ALTER TEXT SEARCH CONFIGURATION lectern_german ALTER MAPPING FOR hword, hword_part, word WITH unaccent, german_stem;
CREATE TEXT SEARCH CONFIGURATION lectern_italian (COPY = pg_catalog.italian);
ALTER TEXT SEARCH CONFIGURATION lectern_italian ALTER MAPPING FOR hword, hword_part, word WITH unaccent, italian_stem;
CREATE TEXT SEARCH CONFIGURATION lectern_norwegian (COPY = pg_catalog.norwegian);
ALTER TEXT SEARCH CONFIGURATION lectern_norwegian ALTER MAPPING FOR hword, hword_part, word WITH unaccent, norwegian_stem;
CREATE TEXT SEARCH CONFIGURATION lectern_portuguese (COPY = pg_catalog.portuguese);
ALTER TEXT SEARCH CONFIGURATION lectern_portuguese ALTER MAPPING FOR hword, hword_part, word WITH unaccent, portuguese_stem;
CREATE TEXT SEARCH CONFIGURATION lectern_spanish (COPY = pg_catalog.spanish);
ALTER TEXT SEARCH CONFIGURATION lectern_spanish ALTER MAPPING FOR hword, hword_part, word WITH unaccent, spanish_stem;
CREATE TEXT SEARCH CONFIGURATION lectern_swedish (COPY = pg_catalog.swedish);
ALTER TEXT SEARCH CONFIGURATION lectern_swedish ALTER MAPPING FOR hword, hword_part, word WITH unaccent, swedish_stem;

-- DropIndex
DROP INDEX "page_search_workspace_id_idx";

-- CreateTable
CREATE TABLE "search_word" (
    "workspace_id" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("workspace_id","word")
);

-- CreateIndex
CREATE INDEX "search_word_folded_idx" ON "search_word" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "page_search_workspace_id_config_idx" ON "page_search"("workspace_id", "config");

-- AddForeignKey
ALTER TABLE "search_word" ADD CONSTRAINT "search_word_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
