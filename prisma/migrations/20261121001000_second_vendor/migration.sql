-- CreateEnum
CREATE TYPE "document_state" AS ENUM ('draft', 'final', 'partlyPaid', 'paid', 'cancelled', 'deleted');

-- CreateEnum
CREATE TYPE "webhook_state" AS ENUM ('wanted', 'registered', 'impossible', 'removing', 'removed');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('waiting', 'processed', 'ignored', 'failed');

-- AlterTable
ALTER TABLE "connection" ADD COLUMN     "documents_cursor" JSONB,
ADD COLUMN     "documents_read_at" TIMESTAMPTZ(3),
ADD COLUMN     "person" JSONB;

-- AlterTable
ALTER TABLE "export_intent" ADD COLUMN     "follow_ups" JSONB;

-- AlterTable
ALTER TABLE "external_link" ADD COLUMN     "below_read_at" TIMESTAMPTZ(3),
ADD COLUMN     "below_version" TEXT,
ADD COLUMN     "version" TEXT;

-- AlterTable
ALTER TABLE "hour_type" ADD COLUMN     "vat_rate" DECIMAL(5,2);

-- AlterTable
ALTER TABLE "material" ADD COLUMN     "vat_rate" DECIMAL(5,2);

-- CreateTable
CREATE TABLE "exported_document" (
    "intent_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "document_id" TEXT NOT NULL,
    "number" TEXT,
    "url" TEXT,
    "state" "document_state" NOT NULL,
    "total_cents" INTEGER,
    "paid_cents" INTEGER,
    "due_on" DATE,
    "paid_on" DATE,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "exported_document_pkey" PRIMARY KEY ("intent_id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "department" TEXT,
    "phone" TEXT,
    "mobile" TEXT,
    "email" TEXT,
    "street" TEXT,
    "postal_code" TEXT,
    "city" TEXT,
    "country_code" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "inactive_reason" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "search_text" text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left("plain_text"("name" || ' ' || "code" || ' ' || coalesce("email", '') || ' ' || coalesce("department", '')), 600)) STORED,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "inactive_reason" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "search_text" text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left("plain_text"("code" || ' ' || "name"), 600)) STORED,

    CONSTRAINT "category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_registration" (
    "connection_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "state" "webhook_state" NOT NULL,
    "external_id" TEXT,
    "token_hash" TEXT,
    "secret" TEXT,
    "removal_login" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "last_delivery_at" TIMESTAMPTZ(3),
    "problem" JSONB,

    CONSTRAINT "webhook_registration_pkey" PRIMARY KEY ("connection_id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "subject_key" TEXT NOT NULL,
    "is_signed" BOOLEAN NOT NULL,
    "state" "delivery_state" NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3),
    "processed_at" TIMESTAMPTZ(3),
    "run_id" UUID,
    "body" TEXT NOT NULL,
    "error" JSONB,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "exported_document_connection_id_document_id_idx" ON "exported_document"("connection_id", "document_id");

-- CreateIndex
CREATE INDEX "contact_by_search" ON "contact"("account_id", "active", "search_text", "id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_relation_id_code_key" ON "contact"("relation_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "category_account_id_code_key" ON "category"("account_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_registration_token_hash_key" ON "webhook_registration"("token_hash");

-- CreateIndex
CREATE INDEX "webhook_registration_state_next_try_at_idx" ON "webhook_registration"("state", "next_try_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_connection_id_state_next_try_at_idx" ON "webhook_delivery"("connection_id", "state", "next_try_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_account_id_received_at_id_idx" ON "webhook_delivery"("account_id", "received_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "exported_document" ADD CONSTRAINT "exported_document_intent_id_fkey" FOREIGN KEY ("intent_id") REFERENCES "export_intent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_relation_id_fkey" FOREIGN KEY ("relation_id") REFERENCES "relation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_registration" ADD CONSTRAINT "webhook_registration_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Single records that a vendor told of are written beside any other run.
DROP INDEX "sync_run_one_running";
CREATE UNIQUE INDEX "sync_run_one_running" ON "sync_run" ("connection_id") WHERE "state" = 'running' AND "trigger" <> 'webhook';
CREATE UNIQUE INDEX "sync_run_one_running_webhook" ON "sync_run" ("connection_id") WHERE "state" = 'running' AND "trigger" = 'webhook';
