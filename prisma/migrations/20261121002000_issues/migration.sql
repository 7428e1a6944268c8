-- CreateEnum
CREATE TYPE "issue_severity" AS ENUM ('action', 'watch');

-- CreateEnum
CREATE TYPE "issue_state" AS ENUM ('open', 'resolved');

-- CreateEnum
CREATE TYPE "issue_event_kind" AS ENUM ('opened', 'resolved', 'muted', 'unmuted');

-- CreateTable
CREATE TABLE "issue" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "severity" "issue_severity" NOT NULL,
    "state" "issue_state" NOT NULL DEFAULT 'open',
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "params" JSONB NOT NULL,
    "records" JSONB NOT NULL,
    "record_count" INTEGER NOT NULL DEFAULT 0,
    "muted_at" TIMESTAMPTZ(3),
    "muted_by" TEXT,
    "mute_ends_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "issue_event" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" "issue_event_kind" NOT NULL,
    "actor" TEXT,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "issue_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "issue_by_last" ON "issue"("account_id", "state", "last_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "issue_by_end" ON "issue"("account_id", "resolved_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "issue_connection_id_cause_subject_idx" ON "issue"("connection_id", "cause", "subject");

-- CreateIndex
CREATE INDEX "issue_event_issue_id_at_idx" ON "issue_event"("issue_id", "at");

-- AddForeignKey
ALTER TABLE "issue" ADD CONSTRAINT "issue_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_event" ADD CONSTRAINT "issue_event_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One open issue per connection, cause and subject.
CREATE UNIQUE INDEX "issue_one_open" ON "issue" ("connection_id", "cause", "subject") WHERE "state" = 'open';

-- The few finished exports of which something that follows was refused or is not certain.
CREATE INDEX "export_intent_followed_badly" ON "export_intent" ("connection_id", "finished_at")
  WHERE "state" = 'finished' AND ("follow_ups" @> '[{"state": "failed"}]' OR "follow_ups" @> '[{"state": "uncertain"}]');
