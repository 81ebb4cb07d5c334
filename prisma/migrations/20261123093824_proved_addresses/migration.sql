-- AlterTable
ALTER TABLE "user" ADD COLUMN     "email_proved_at" TIMESTAMPTZ(3);


-- Who set the installation up is taken at their word.
UPDATE "user" SET "email_proved_at" = "created_at" WHERE "is_instance_owner";
