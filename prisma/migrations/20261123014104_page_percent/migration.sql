-- AlterTable
ALTER TABLE "job_page" ADD COLUMN     "percent" INTEGER;

