-- Syncs that have stopped and asked are few among many; every settings page looks for the last one.
CREATE INDEX "sync_run_import_asks" ON "sync_run_import" ("run_id") WHERE "guard" IS NOT NULL;
