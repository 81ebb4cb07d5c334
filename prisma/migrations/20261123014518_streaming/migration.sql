-- AlterTable
ALTER TABLE "prediction" ADD COLUMN     "is_streamed" BOOLEAN NOT NULL DEFAULT false;

