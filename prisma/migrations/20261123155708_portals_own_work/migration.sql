-- AlterTable
ALTER TABLE "api_file" ADD COLUMN     "is_portal" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "prediction" ADD COLUMN     "is_portal" BOOLEAN NOT NULL DEFAULT false;

-- What the portal has asked for so far. Its files are gone within a day.
UPDATE "prediction" SET "is_portal" = true
FROM "api_token" WHERE "api_token"."id" = "prediction"."api_token_id" AND "api_token"."kind" = 'portal';

-- CreateIndex
CREATE INDEX "prediction_workspace_id_is_portal_created_at_id_idx" ON "prediction"("workspace_id", "is_portal", "created_at" DESC, "id" DESC);

