-- What is past its time is found by its age, without reading what stays.
CREATE INDEX "sync_run_by_end" ON "sync_run" ("finished_at");
CREATE INDEX "webhook_delivery_by_age" ON "webhook_delivery" ("received_at");
