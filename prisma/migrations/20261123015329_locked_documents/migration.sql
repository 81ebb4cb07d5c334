-- AlterTable
ALTER TABLE "document" ADD COLUMN     "locked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "unlocked_sha256" TEXT;


-- Documents that an earlier release gave up for want of a password can be unlocked, too.
UPDATE "document" SET "locked" = true
WHERE "state" = 'unreadable' AND "problem" LIKE 'This PDF is protected with a password.%';
