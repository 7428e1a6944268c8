-- CreateIndex
CREATE INDEX "webhook_delivery_connection_id_subject_key_processed_at_idx" ON "webhook_delivery"("connection_id", "subject_key", "processed_at");
