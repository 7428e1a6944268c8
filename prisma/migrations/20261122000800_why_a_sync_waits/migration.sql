-- Why a step is tried again later, beside when.
ALTER TABLE "sync_run" ADD COLUMN "waits_for" JSONB;
