-- Single records that somebody asked the vendor for.
ALTER TYPE "sync_trigger" ADD VALUE 'lookUp' BEFORE 'automatic';

-- CreateEnum
CREATE TYPE "record_change_source" AS ENUM ('sync', 'webhook', 'lookUp', 'hand');

-- CreateEnum
CREATE TYPE "record_change_kind" AS ENUM ('changed', 'deactivated', 'reactivated');

-- CreateTable
CREATE TABLE "record_change" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "kind" "record_kind" NOT NULL,
    "local_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "source" "record_change_source" NOT NULL,
    "what" "record_change_kind" NOT NULL,
    "reason" TEXT,
    "run_id" UUID,
    "actor" TEXT,
    "changes" JSONB NOT NULL,

    CONSTRAINT "record_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "record_change_local_id_at_id_idx" ON "record_change"("local_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "record_change_by_age" ON "record_change" USING BRIN ("at");
