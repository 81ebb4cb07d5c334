-- AlterTable
ALTER TABLE "prediction" ADD COLUMN     "document_pages" INTEGER;

