-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "api_token_id" TEXT;

-- AlterTable
ALTER TABLE "document" ADD COLUMN     "api_token_id" TEXT;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "api_token_id" TEXT;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_api_token_id_fkey" FOREIGN KEY ("api_token_id") REFERENCES "api_token"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_api_token_id_fkey" FOREIGN KEY ("api_token_id") REFERENCES "api_token"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_api_token_id_fkey" FOREIGN KEY ("api_token_id") REFERENCES "api_token"("id") ON DELETE SET NULL ON UPDATE CASCADE;

