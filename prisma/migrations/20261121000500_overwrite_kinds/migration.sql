-- AlterTable
ALTER TABLE "sync_run" ADD COLUMN     "overwrite_kinds" "record_kind"[];

-- Runs from before: those by hand overwrote all they read.
UPDATE "sync_run" SET "overwrite_kinds" = CASE WHEN "trigger" = 'manual' THEN "kinds" ELSE '{}' END;
