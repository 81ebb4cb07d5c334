-- CreateIndex
CREATE INDEX "comment_api_token_id_idx" ON "comment"("api_token_id");

-- CreateIndex
CREATE INDEX "document_api_token_id_idx" ON "document"("api_token_id");

-- CreateIndex
CREATE INDEX "job_api_token_id_idx" ON "job"("api_token_id");

-- CreateIndex
CREATE INDEX "prediction_api_token_id_idx" ON "prediction"("api_token_id");

-- CreateIndex
CREATE INDEX "revision_api_token_id_idx" ON "revision"("api_token_id");

