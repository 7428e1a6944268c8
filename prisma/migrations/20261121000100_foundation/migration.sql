-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "licence_state" AS ENUM ('trial', 'active', 'cancelled');

-- CreateEnum
CREATE TYPE "connection_state" AS ENUM ('connected', 'action_required', 'disconnected');

-- CreateEnum
CREATE TYPE "log_level" AS ENUM ('success', 'info', 'warning', 'error');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('administrator', 'planner', 'viewer');

-- CreateEnum
CREATE TYPE "record_kind" AS ENUM ('relations', 'deliveryAddresses', 'materials', 'hourTypes', 'warehouses', 'employees');

-- CreateEnum
CREATE TYPE "sync_trigger" AS ENUM ('automatic', 'nightly', 'manual');

-- CreateEnum
CREATE TYPE "sync_state" AS ENUM ('waiting', 'running', 'succeeded', 'partial', 'failed', 'stopped', 'cancelled');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('waiting', 'running', 'done', 'failed', 'stopped', 'cancelled');

-- CreateTable
CREATE TABLE "licence" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "vendor" TEXT NOT NULL,
    "state" "licence_state" NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "trial_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "licence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "connection" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "vendor" TEXT NOT NULL,
    "state" "connection_state" NOT NULL,
    "state_reason" TEXT,
    "login" JSONB NOT NULL,
    "secrets" JSONB NOT NULL,
    "credentials_set_at" TIMESTAMPTZ(3),
    "credentials_set_by" TEXT,
    "administrations" JSONB NOT NULL,
    "administration" TEXT,
    "settings" JSONB NOT NULL,
    "settings_version" INTEGER NOT NULL DEFAULT 1,
    "paused_at" TIMESTAMPTZ(3),
    "next_sync_at" TIMESTAMPTZ(3),
    "last_success_at" TIMESTAMPTZ(3),
    "last_nightly_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_budget" (
    "connection_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3)[],

    CONSTRAINT "rate_budget_pkey" PRIMARY KEY ("connection_id")
);

-- CreateTable
CREATE TABLE "log_entry" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "connection_id" UUID,
    "run_id" UUID,
    "parent_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "level" "log_level" NOT NULL,
    "operation" TEXT NOT NULL,
    "message_key" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "kind" "record_kind",
    "record_key" TEXT,
    "remedy" TEXT,
    "detail" JSONB,

    CONSTRAINT "log_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'nl',
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Amsterdam',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "password_hash" TEXT,
    "locale" TEXT,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "deactivated_at" TIMESTAMPTZ(3),
    "last_sign_in_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "last_failure_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "invitation_token" (
    "digest" TEXT NOT NULL,
    "user_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_token_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "user_id" UUID,
    "user_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "debtor_number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search_name" TEXT,
    "attention" TEXT,
    "street" TEXT NOT NULL,
    "postal_code" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "country_code" TEXT,
    "country" TEXT,
    "phone" TEXT,
    "mobile" TEXT,
    "email" TEXT,
    "vat_number" TEXT,
    "chamber_number" TEXT,
    "payment_term" INTEGER,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "inactive_reason" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_address" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "relation_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "description" TEXT,
    "name" TEXT,
    "attention" TEXT,
    "street" TEXT,
    "postal_code" TEXT,
    "city" TEXT,
    "country_code" TEXT,
    "country" TEXT,
    "phone" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "inactive_reason" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delivery_address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "material" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search_name" TEXT,
    "group" TEXT,
    "unit" TEXT,
    "price" DECIMAL(14,4),
    "vat_code" TEXT,
    "type" TEXT,
    "stock" DECIMAL(14,4),
    "active" BOOLEAN NOT NULL DEFAULT true,
    "inactive_reason" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "material_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hour_type" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT,
    "price" DECIMAL(14,4),
    "vat_code" TEXT,
    "billable" BOOLEAN NOT NULL DEFAULT true,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "inactive_reason" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hour_type_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "warehouse" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "inactive_reason" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "warehouse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employee" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "inactive_reason" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "employee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_checkpoint" (
    "connection_id" UUID NOT NULL,
    "administration" TEXT NOT NULL,
    "kind" "record_kind" NOT NULL,
    "cursor" JSONB,
    "last_read_at" TIMESTAMPTZ(3),
    "last_complete_at" TIMESTAMPTZ(3),
    "last_changed_at" TIMESTAMPTZ(3),
    "last_changes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "import_checkpoint_pkey" PRIMARY KEY ("connection_id","administration","kind")
);

-- CreateTable
CREATE TABLE "sync_run" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "administration" TEXT NOT NULL,
    "trigger" "sync_trigger" NOT NULL,
    "kinds" "record_kind"[],
    "confirmed_kinds" "record_kind"[],
    "state" "sync_state" NOT NULL,
    "requested_by" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "cancel_requested_at" TIMESTAMPTZ(3),
    "fence" INTEGER NOT NULL DEFAULT 0,
    "heartbeat_at" TIMESTAMPTZ(3),
    "requests" INTEGER NOT NULL DEFAULT 0,
    "error" JSONB,

    CONSTRAINT "sync_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sync_run_import" (
    "run_id" UUID NOT NULL,
    "kind" "record_kind" NOT NULL,
    "position" INTEGER NOT NULL,
    "state" "import_state" NOT NULL,
    "read" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "deactivated" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "pages" INTEGER NOT NULL DEFAULT 0,
    "total_pages" INTEGER,
    "cursor" JSONB,
    "complete" BOOLEAN NOT NULL DEFAULT false,
    "guard" JSONB,
    "error" JSONB,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "sync_run_import_pkey" PRIMARY KEY ("run_id","kind")
);

-- CreateTable
CREATE TABLE "external_link" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "administration" TEXT NOT NULL,
    "kind" "record_kind" NOT NULL,
    "external_id" TEXT NOT NULL,
    "local_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "external_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skipped_record" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "administration" TEXT NOT NULL,
    "kind" "record_kind" NOT NULL,
    "external_id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "field" TEXT,
    "params" JSONB NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "skipped_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "local_edit" (
    "account_id" UUID NOT NULL,
    "kind" "record_kind" NOT NULL,
    "local_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "vendor_value" TEXT,
    "local_value" TEXT,
    "edited_by" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "local_edit_pkey" PRIMARY KEY ("local_id","field")
);

-- CreateIndex
CREATE UNIQUE INDEX "licence_account_id_vendor_key" ON "licence"("account_id", "vendor");

-- CreateIndex
CREATE INDEX "connection_next_sync_at_idx" ON "connection"("next_sync_at");

-- CreateIndex
CREATE UNIQUE INDEX "connection_account_id_vendor_key" ON "connection"("account_id", "vendor");

-- CreateIndex
CREATE INDEX "log_entry_account_id_at_id_idx" ON "log_entry"("account_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "log_entry_connection_id_at_id_idx" ON "log_entry"("connection_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "log_entry_run_id_idx" ON "log_entry"("run_id");

-- CreateIndex
CREATE INDEX "log_entry_parent_id_idx" ON "log_entry"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "app_user_account_id_idx" ON "app_user"("account_id");

-- CreateIndex
CREATE INDEX "audit_event_account_id_at_id_idx" ON "audit_event"("account_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "relation_account_id_name_id_idx" ON "relation"("account_id", "name", "id");

-- CreateIndex
CREATE INDEX "relation_account_id_city_id_idx" ON "relation"("account_id", "city", "id");

-- CreateIndex
CREATE UNIQUE INDEX "relation_account_id_debtor_number_key" ON "relation"("account_id", "debtor_number");

-- CreateIndex
CREATE INDEX "delivery_address_account_id_idx" ON "delivery_address"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_address_relation_id_code_key" ON "delivery_address"("relation_id", "code");

-- CreateIndex
CREATE INDEX "material_account_id_name_id_idx" ON "material"("account_id", "name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "material_account_id_code_key" ON "material"("account_id", "code");

-- CreateIndex
CREATE INDEX "hour_type_account_id_name_id_idx" ON "hour_type"("account_id", "name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "hour_type_account_id_code_key" ON "hour_type"("account_id", "code");

-- CreateIndex
CREATE INDEX "warehouse_account_id_name_id_idx" ON "warehouse"("account_id", "name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "warehouse_account_id_code_key" ON "warehouse"("account_id", "code");

-- CreateIndex
CREATE INDEX "employee_account_id_name_id_idx" ON "employee"("account_id", "name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "employee_account_id_code_key" ON "employee"("account_id", "code");

-- CreateIndex
CREATE INDEX "sync_run_account_id_requested_at_id_idx" ON "sync_run"("account_id", "requested_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "sync_run_connection_id_requested_at_idx" ON "sync_run"("connection_id", "requested_at" DESC);

-- CreateIndex
CREATE INDEX "external_link_local_id_idx" ON "external_link"("local_id");

-- CreateIndex
CREATE UNIQUE INDEX "external_link_connection_id_administration_kind_external_id_key" ON "external_link"("connection_id", "administration", "kind", "external_id");

-- CreateIndex
CREATE INDEX "skipped_record_account_id_kind_external_id_idx" ON "skipped_record"("account_id", "kind", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "skipped_record_connection_id_administration_kind_external_i_key" ON "skipped_record"("connection_id", "administration", "kind", "external_id");

-- CreateIndex
CREATE INDEX "local_edit_account_id_kind_idx" ON "local_edit"("account_id", "kind");

-- AddForeignKey
ALTER TABLE "licence" ADD CONSTRAINT "licence_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "connection" ADD CONSTRAINT "connection_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_address" ADD CONSTRAINT "delivery_address_relation_id_fkey" FOREIGN KEY ("relation_id") REFERENCES "relation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_checkpoint" ADD CONSTRAINT "import_checkpoint_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_run" ADD CONSTRAINT "sync_run_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_run_import" ADD CONSTRAINT "sync_run_import_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "sync_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- One run at a time and one waiting per connection. Prisma cannot express partial indexes, so they are written here by hand.
CREATE UNIQUE INDEX "sync_run_one_running" ON "sync_run" ("connection_id") WHERE "state" = 'running';
CREATE UNIQUE INDEX "sync_run_one_waiting" ON "sync_run" ("connection_id") WHERE "state" = 'waiting';

CREATE INDEX "log_entry_operations" ON "log_entry" ("account_id", "at" DESC, "id" DESC) WHERE "parent_id" IS NULL;

-- The audit trail only grows: the application cannot change or delete what is in it.
CREATE FUNCTION "audit_event_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_event rows cannot be changed or deleted';
END
$$;
CREATE TRIGGER "audit_event_append_only" BEFORE UPDATE OR DELETE ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION "audit_event_is_append_only"();
