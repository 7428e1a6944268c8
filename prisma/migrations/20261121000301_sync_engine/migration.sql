-- Since when a due sync has had no success: what the freshness shown to people is measured from.
ALTER TABLE "connection" ADD COLUMN "due_since" TIMESTAMPTZ(3);

-- Who works on a run, and what keeps an older worker from writing.
ALTER TABLE "sync_run" ADD COLUMN "worker" TEXT,
ADD COLUMN "entry" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "waits_until" TIMESTAMPTZ(3);

-- How many reasons a run found that were not known before: only the first of them stand in the log.
ALTER TABLE "sync_run_import" ADD COLUMN "new_reasons" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "new_quiet_reasons" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "external_link" ADD COLUMN "adopted" BOOLEAN NOT NULL DEFAULT false;
