-- CreateEnum
CREATE TYPE "engine_run_state" AS ENUM ('live', 'completed', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "engine_call_kind" AS ENUM ('discover', 'step', 'sleep');

-- CreateTable
CREATE TABLE "engine_function" (
    "id" TEXT NOT NULL,
    "definition" JSON NOT NULL,
    "is_active" BOOLEAN NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "engine_function_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "engine_schedule" (
    "function_id" TEXT NOT NULL,
    "expression" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "engine_schedule_pkey" PRIMARY KEY ("function_id","expression")
);

-- CreateTable
CREATE TABLE "engine_event" (
    "id" UUID NOT NULL,
    "duplicate_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSON NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "is_routed" BOOLEAN NOT NULL,

    CONSTRAINT "engine_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "engine_run" (
    "id" UUID NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "function_id" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "state" "engine_run_state" NOT NULL,
    "concurrency" JSONB NOT NULL,
    "cancel_tokens" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "result" JSON,
    "error" JSON,

    CONSTRAINT "engine_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "engine_step" (
    "run_id" UUID NOT NULL,
    "step_id" TEXT NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "outcome" JSON NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "engine_step_pkey" PRIMARY KEY ("run_id","step_id")
);

-- CreateTable
CREATE TABLE "engine_call" (
    "id" BIGSERIAL NOT NULL,
    "run_id" UUID NOT NULL,
    "kind" "engine_call_kind" NOT NULL,
    "step_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "interruptions" INTEGER NOT NULL DEFAULT 0,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "engine_call_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "engine_schedule_next_at_idx" ON "engine_schedule"("next_at");

-- CreateIndex
CREATE UNIQUE INDEX "engine_event_duplicate_id_key" ON "engine_event"("duplicate_id");

-- CreateIndex
CREATE INDEX "engine_event_received_at_idx" ON "engine_event"("received_at");

-- CreateIndex
CREATE INDEX "engine_run_event_id_idx" ON "engine_run"("event_id");

-- CreateIndex
CREATE INDEX "engine_run_ended_at_idx" ON "engine_run"("ended_at");

-- CreateIndex
CREATE INDEX "engine_call_due_at_idx" ON "engine_call"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "engine_call_run_id_step_id_key" ON "engine_call"("run_id", "step_id");

-- AddForeignKey
ALTER TABLE "engine_schedule" ADD CONSTRAINT "engine_schedule_function_id_fkey" FOREIGN KEY ("function_id") REFERENCES "engine_function"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engine_run" ADD CONSTRAINT "engine_run_function_id_fkey" FOREIGN KEY ("function_id") REFERENCES "engine_function"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engine_run" ADD CONSTRAINT "engine_run_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "engine_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engine_step" ADD CONSTRAINT "engine_step_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "engine_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engine_call" ADD CONSTRAINT "engine_call_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "engine_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Partial indexes, which Prisma cannot express, so they are written here by hand.
CREATE INDEX "engine_run_live" ON "engine_run" USING GIN ("cancel_tokens") WHERE "state" = 'live';
CREATE INDEX "engine_event_unrouted" ON "engine_event" ("received_at") WHERE NOT "is_routed";
