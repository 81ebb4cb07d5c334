-- AlterTable
ALTER TABLE "prediction" ADD COLUMN     "sealed_input" JSONB NOT NULL DEFAULT '{}';

