-- AlterTable
ALTER TABLE "user" ADD COLUMN     "mailbox_shown_at" TIMESTAMPTZ(3);

