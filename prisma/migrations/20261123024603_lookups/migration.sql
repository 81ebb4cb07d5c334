-- CreateIndex
CREATE INDEX "document_sha256_idx" ON "document"("sha256");

-- CreateIndex
CREATE INDEX "document_unlocked_sha256_idx" ON "document"("unlocked_sha256");

-- CreateIndex
CREATE INDEX "page_image_sha256_idx" ON "page"("image_sha256");

-- CreateIndex
CREATE INDEX "page_thumbnail_sha256_idx" ON "page"("thumbnail_sha256");

-- CreateIndex
CREATE INDEX "prediction_workspace_id_model_idx" ON "prediction"("workspace_id", "model");

-- CreateIndex
CREATE INDEX "upload_sha256_idx" ON "upload"("sha256");

