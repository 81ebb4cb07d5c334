-- CreateIndex
CREATE INDEX "prediction_workspace_id_source_created_at_id_idx" ON "prediction"("workspace_id", "source", "created_at" DESC, "id" DESC);

