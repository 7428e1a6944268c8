-- What an import turned down stands with its counters, for a month.
ALTER TABLE "sync_run_import" ADD COLUMN "rejected" JSONB;
CREATE INDEX "sync_run_import_with_rejected" ON "sync_run_import" ("finished_at") WHERE "rejected" IS NOT NULL;

-- Steps in the history of a record that an export made, and the work order it was for.
ALTER TYPE "record_change_source" ADD VALUE 'export';
ALTER TABLE "record_change" ADD COLUMN "connection_id" UUID, ADD COLUMN "work_order_id" UUID;
