-- CreateIndex
CREATE INDEX "extraction_workspace_id_read_at_idx" ON "extraction"("workspace_id", "read_at");

-- CreateIndex
CREATE INDEX "extraction_workspace_id_reviewed_at_idx" ON "extraction"("workspace_id", "reviewed_at");

