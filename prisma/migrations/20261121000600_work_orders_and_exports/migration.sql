-- CreateEnum
CREATE TYPE "export_state" AS ENUM ('pending', 'sending', 'sent', 'finished', 'rejected', 'uncertain', 'needs_review', 'dismissed');

-- CreateEnum
CREATE TYPE "export_trigger" AS ENUM ('schedule', 'completion', 'manual');

-- CreateEnum
CREATE TYPE "creation_kind" AS ENUM ('relation', 'article');

-- CreateEnum
CREATE TYPE "creation_state" AS ENUM ('reserved', 'sending', 'created');

-- CreateEnum
CREATE TYPE "work_status_purpose" AS ENUM ('hold', 'send', 'error');

-- CreateEnum
CREATE TYPE "work_order_status" AS ENUM ('ready', 'retrieved', 'complete', 'handled');

-- CreateEnum
CREATE TYPE "work_order_origin" AS ENUM ('office', 'api', 'csv', 'demo');

-- AlterTable
ALTER TABLE "connection" ADD COLUMN     "next_export_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "log_entry" ADD COLUMN     "work_order_id" UUID;

-- AlterTable
ALTER TABLE "rate_budget" ADD COLUMN     "export_waits_until" TIMESTAMPTZ(3),
ADD COLUMN     "import_sent_at" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[];

-- CreateTable
CREATE TABLE "export_intent" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "work_order_id" UUID NOT NULL,
    "administration" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "state" "export_state" NOT NULL DEFAULT 'pending',
    "trigger" "export_trigger" NOT NULL,
    "requested_by" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "worker" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "look_ups" INTEGER NOT NULL DEFAULT 0,
    "waits_until" TIMESTAMPTZ(3),
    "waits_for" JSONB,
    "sending_at" TIMESTAMPTZ(3),
    "ticket" TEXT,
    "absences" INTEGER NOT NULL DEFAULT 0,
    "absent_since" TIMESTAMPTZ(3),
    "payload_hash" TEXT,
    "document_id" TEXT,
    "document_number" TEXT,
    "document_url" TEXT,
    "problem" JSONB,
    "sent_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "export_intent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_journal" (
    "id" BIGSERIAL NOT NULL,
    "account_id" UUID NOT NULL,
    "intent_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "event" TEXT NOT NULL,
    "actor" TEXT,
    "fence" INTEGER NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "export_journal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_creation" (
    "connection_id" UUID NOT NULL,
    "administration" TEXT NOT NULL,
    "kind" "creation_kind" NOT NULL,
    "local_key" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "state" "creation_state" NOT NULL,
    "ticket" TEXT,
    "intent_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "export_creation_pkey" PRIMARY KEY ("connection_id","administration","kind","local_key")
);

-- CreateTable
CREATE TABLE "work_status" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "code" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "vendor" TEXT,
    "purpose" "work_status_purpose",

    CONSTRAINT "work_status_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_order_counter" (
    "account_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "work_order_counter_pkey" PRIMARY KEY ("account_id","year")
);

-- CreateTable
CREATE TABLE "work_order" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "status" "work_order_status" NOT NULL DEFAULT 'ready',
    "work_status_id" UUID,
    "project_number" TEXT,
    "external_project_number" TEXT,
    "customer_debtor_number" TEXT,
    "customer_name" TEXT,
    "customer_street" TEXT,
    "customer_house_number" TEXT,
    "customer_postal_code" TEXT,
    "customer_city" TEXT,
    "customer_country_code" TEXT,
    "customer_contact" TEXT,
    "customer_phone" TEXT,
    "customer_email" TEXT,
    "delivery_address_code" TEXT,
    "invoice_debtor_number" TEXT,
    "invoice_name" TEXT,
    "invoice_street" TEXT,
    "invoice_house_number" TEXT,
    "invoice_postal_code" TEXT,
    "invoice_city" TEXT,
    "invoice_country_code" TEXT,
    "invoice_contact" TEXT,
    "invoice_phone" TEXT,
    "invoice_email" TEXT,
    "work_date" DATE NOT NULL,
    "end_date" DATE,
    "type_of_work" TEXT,
    "short_description" TEXT,
    "description" TEXT,
    "internal_description" TEXT,
    "completed_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "origin" "work_order_origin" NOT NULL DEFAULT 'office',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "search_text" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (left("plain_text"(
        "number" || ' ' || coalesce("customer_name", '') || ' ' || coalesce("customer_debtor_number", '') || ' ' || coalesce("customer_city", '') || ' ' ||
        coalesce("short_description", '') || ' ' || coalesce("project_number", '') || ' ' || coalesce("external_project_number", '')), 600)) STORED,

    CONSTRAINT "work_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_order_material" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "work_order_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "quantity" DECIMAL(14,4) NOT NULL,
    "unit" TEXT,
    "price" DECIMAL(14,4),
    "discount" DECIMAL(7,4) NOT NULL DEFAULT 0,
    "vat_rate" DECIMAL(5,2),
    "warehouse_code" TEXT,

    CONSTRAINT "work_order_material_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_period" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "work_order_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "date" DATE NOT NULL,
    "begin_minute" INTEGER,
    "end_minute" INTEGER,
    "break_minutes" INTEGER NOT NULL DEFAULT 0,
    "total_minutes" INTEGER NOT NULL,
    "hour_type_code" TEXT NOT NULL,
    "employee_code" TEXT,
    "employee_name" TEXT,
    "remark" TEXT,
    "is_travel" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "work_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_order_event" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "work_order_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "actor" TEXT,
    "detail" JSONB NOT NULL,

    CONSTRAINT "work_order_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "ending" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "export_intent_connection_id_state_waits_until_idx" ON "export_intent"("connection_id", "state", "waits_until");

-- CreateIndex
CREATE INDEX "export_intent_account_id_state_requested_at_id_idx" ON "export_intent"("account_id", "state", "requested_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "export_intent_work_order_id_idx" ON "export_intent"("work_order_id");

-- CreateIndex
CREATE INDEX "export_intent_connection_id_reference_idx" ON "export_intent"("connection_id", "reference");

-- CreateIndex
CREATE INDEX "export_journal_intent_id_id_idx" ON "export_journal"("intent_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "work_status_account_id_code_key" ON "work_status"("account_id", "code");

-- CreateIndex
CREATE INDEX "work_order_by_date" ON "work_order"("account_id", "work_date" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "work_order_by_status" ON "work_order"("account_id", "status", "work_status_id", "completed_at");

-- CreateIndex
CREATE INDEX "work_order_account_id_customer_debtor_number_idx" ON "work_order"("account_id", "customer_debtor_number");

-- CreateIndex
CREATE UNIQUE INDEX "work_order_account_id_number_key" ON "work_order"("account_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "work_order_material_work_order_id_position_key" ON "work_order_material"("work_order_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "work_period_work_order_id_position_key" ON "work_period"("work_order_id", "position");

-- CreateIndex
CREATE INDEX "work_order_event_work_order_id_at_id_idx" ON "work_order_event"("work_order_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "api_key_digest_key" ON "api_key"("digest");

-- CreateIndex
CREATE INDEX "api_key_account_id_idx" ON "api_key"("account_id");

-- CreateIndex
CREATE INDEX "connection_next_export_at_idx" ON "connection"("next_export_at");

-- CreateIndex
CREATE INDEX "log_entry_work_order_id_at_idx" ON "log_entry"("work_order_id", "at" DESC);

-- AddForeignKey
ALTER TABLE "export_intent" ADD CONSTRAINT "export_intent_work_order_id_fkey" FOREIGN KEY ("work_order_id") REFERENCES "work_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_intent" ADD CONSTRAINT "export_intent_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_journal" ADD CONSTRAINT "export_journal_intent_id_fkey" FOREIGN KEY ("intent_id") REFERENCES "export_intent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_order" ADD CONSTRAINT "work_order_work_status_id_fkey" FOREIGN KEY ("work_status_id") REFERENCES "work_status"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_order_material" ADD CONSTRAINT "work_order_material_work_order_id_fkey" FOREIGN KEY ("work_order_id") REFERENCES "work_order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_period" ADD CONSTRAINT "work_period_work_order_id_fkey" FOREIGN KEY ("work_order_id") REFERENCES "work_order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_order_event" ADD CONSTRAINT "work_order_event_work_order_id_fkey" FOREIGN KEY ("work_order_id") REFERENCES "work_order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- At most one intent per work order, over all connections and revisions, may lead or has led to a document.
CREATE UNIQUE INDEX "export_intent_one_living" ON "export_intent" ("work_order_id") WHERE "state" NOT IN ('rejected', 'dismissed');
CREATE UNIQUE INDEX "export_intent_one_reference" ON "export_intent" ("connection_id", "reference") WHERE "state" NOT IN ('rejected', 'dismissed');

-- One error per account, one status of a purpose per vendor.
CREATE UNIQUE INDEX "work_status_one_error" ON "work_status" ("account_id") WHERE "purpose" = 'error';
CREATE UNIQUE INDEX "work_status_one_purpose" ON "work_status" ("account_id", "vendor", "purpose") WHERE "purpose" <> 'error';

-- Lists in the order of the number, and what a search reads instead of the table.
CREATE INDEX "work_order_by_number" ON "work_order" ("account_id", "natural_order"("number") COLLATE "C", "id");
CREATE INDEX "work_order_by_search" ON "work_order" ("account_id", "search_text", "id");

-- The journal is only ever added to; what is older than ten years may go.
CREATE FUNCTION "keep_export_journal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD."at" < now() - interval '10 years' THEN
    RETURN OLD;
  END IF;
  -- Emptying what is empty loses nothing.
  IF TG_OP = 'TRUNCATE' AND NOT EXISTS (SELECT FROM "export_journal") THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'The export journal can only be added to' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "export_journal_rows_stay" BEFORE UPDATE OR DELETE ON "export_journal" FOR EACH ROW EXECUTE FUNCTION "keep_export_journal"();
CREATE TRIGGER "export_journal_stays" BEFORE TRUNCATE ON "export_journal" FOR EACH STATEMENT EXECUTE FUNCTION "keep_export_journal"();
