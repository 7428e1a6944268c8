-- AlterTable
ALTER TABLE "export_creation" ADD COLUMN     "vendor_id" TEXT;

-- AlterTable
ALTER TABLE "export_intent" ADD COLUMN     "late_look_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "export_intent_connection_id_late_look_at_idx" ON "export_intent"("connection_id", "late_look_at");

-- CreateIndex
CREATE INDEX "export_intent_connection_id_document_id_idx" ON "export_intent"("connection_id", "document_id");
