-- CreateTable
CREATE TABLE "request_count" (
    "connection_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "account_id" UUID NOT NULL,
    "requests" INTEGER NOT NULL,

    CONSTRAINT "request_count_pkey" PRIMARY KEY ("connection_id","hour")
);

-- CreateIndex
CREATE INDEX "request_count_by_account" ON "request_count"("account_id", "hour");

-- CreateIndex
CREATE INDEX "request_count_by_age" ON "request_count"("hour");

-- CreateIndex
CREATE INDEX "sync_run_by_account_end" ON "sync_run"("account_id", "finished_at", "connection_id", "state");

-- CreateIndex
CREATE INDEX "export_intent_by_request" ON "export_intent"("account_id", "requested_at");

-- Imports that changed something, and those that failed: few of the many that found nothing new. Prisma cannot express partial indexes.
CREATE INDEX "sync_run_import_with_changes" ON "sync_run_import" ("run_id") INCLUDE ("kind", "created", "changed", "deactivated")
  WHERE "created" + "changed" + "deactivated" > 0;
CREATE INDEX "sync_run_import_with_failures" ON "sync_run_import" ("run_id") WHERE "state" IN ('failed', 'stopped') OR "failed" > 0;

-- Whoever takes a place in the rate budget writes its moment into "sent_at", and nothing else writes there: each such write is one request.
CREATE FUNCTION "count_request"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "request_count" ("connection_id", "hour", "account_id", "requests")
  SELECT "id", date_trunc('hour', clock_timestamp(), 'UTC'), "account_id", 1 FROM "connection" WHERE "id" = NEW."connection_id"
  ON CONFLICT ("connection_id", "hour") DO UPDATE SET "requests" = "request_count"."requests" + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER "rate_budget_count_request" AFTER UPDATE OF "sent_at" ON "rate_budget" FOR EACH ROW EXECUTE FUNCTION "count_request"();
