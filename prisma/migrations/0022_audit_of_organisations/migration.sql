-- An organisation's owners read its own part of the audit log.
CREATE INDEX "AuditEvent_subject_id_idx" ON "AuditEvent"("subject", "id");

-- What was done is added to, never changed and never taken out.
CREATE RULE "AuditEvent_never_changed" AS ON UPDATE TO "AuditEvent" DO INSTEAD NOTHING;
CREATE RULE "AuditEvent_never_deleted" AS ON DELETE TO "AuditEvent" DO INSTEAD NOTHING;
