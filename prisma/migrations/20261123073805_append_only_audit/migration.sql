-- The trail of what was done is only ever added to, whatever a program tries.
-- (Prisma parts migrations at every semicolon, so the one inside the function is written as its code.)
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS
E'BEGIN RAISE EXCEPTION \'The audit trail is append-only.\' USING ERRCODE = \'insufficient_privilege\'\x3B END';

CREATE TRIGGER "audit_event_append_only" BEFORE UPDATE OR DELETE ON "audit_event"
FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();

CREATE TRIGGER "audit_event_no_truncate" BEFORE TRUNCATE ON "audit_event"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
