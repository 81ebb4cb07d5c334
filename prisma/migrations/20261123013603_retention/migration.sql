-- CreateIndex
CREATE INDEX "prediction_data_removed_at_completed_at_idx" ON "prediction"("data_removed_at", "completed_at");

