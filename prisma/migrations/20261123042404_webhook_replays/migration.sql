-- DropIndex
DROP INDEX "delivery_workspace_id_created_at_idx";

-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "signature" TEXT;

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "is_portal" BOOLEAN NOT NULL DEFAULT false;

-- What the portal has asked for, it is told of.
UPDATE "delivery" SET "is_portal" = true
FROM "prediction", "api_token"
WHERE "prediction"."id" = "delivery"."prediction_id" AND "api_token"."id" = "prediction"."api_token_id"
  AND "api_token"."kind" = 'portal';

-- AlterTable
ALTER TABLE "webhook_secret" ADD COLUMN     "previous_sealed_key" TEXT,
ADD COLUMN     "replaced_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "replay" (
    "id" TEXT NOT NULL,
    "delivery_id" TEXT NOT NULL,
    "attempt_number" INTEGER NOT NULL,
    "requested_by_id" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "replay_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "replay_delivery_id_attempt_number_key" ON "replay"("delivery_id", "attempt_number");

-- CreateIndex
CREATE INDEX "delivery_workspace_id_is_portal_created_at_id_idx" ON "delivery"("workspace_id", "is_portal", "created_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "replay" ADD CONSTRAINT "replay_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "replay" ADD CONSTRAINT "replay_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

