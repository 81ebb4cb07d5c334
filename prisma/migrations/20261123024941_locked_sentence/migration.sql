-- An earlier release told people to remove the password. Now they can enter it.
UPDATE "document"
SET "problem" = 'This PDF is protected with a password. Give its password, or remove it and upload the file again.'
WHERE "problem" = 'This PDF is protected with a password. Remove the password and upload it again.';
