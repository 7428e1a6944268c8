-- CreateEnum
CREATE TYPE "notice_channel" AS ENUM ('email', 'webhook');

-- CreateEnum
CREATE TYPE "notice_kind" AS ENUM ('opened', 'resolved');

-- CreateEnum
CREATE TYPE "notice_state" AS ENUM ('waiting', 'sent', 'failed', 'given_up', 'dropped');

-- CreateTable
CREATE TABLE "notice_receiver" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "channel" "notice_channel" NOT NULL,
    "address" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "topics" TEXT[],
    "quiet_from" INTEGER,
    "quiet_to" INTEGER,
    "is_on" BOOLEAN NOT NULL DEFAULT true,
    "secret" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notice_receiver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "receiver_id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "state" "notice_state" NOT NULL DEFAULT 'waiting',
    "message_id" UUID,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "first_tried_at" TIMESTAMPTZ(3),
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "answer" INTEGER,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "notice_receiver_account_id_channel_address_key" ON "notice_receiver"("account_id", "channel", "address");

-- CreateIndex
CREATE INDEX "notice_by_receiver" ON "notice"("receiver_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "notice_issue_id_idx" ON "notice"("issue_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_receiver_id_issue_id_kind_key" ON "notice"("receiver_id", "issue_id", "kind");

-- AddForeignKey
ALTER TABLE "notice_receiver" ADD CONSTRAINT "notice_receiver_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_receiver_id_fkey" FOREIGN KEY ("receiver_id") REFERENCES "notice_receiver"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is still to be told: few among the many that were.
CREATE INDEX "notice_pending" ON "notice" ("next_try_at") WHERE "state" IN ('waiting', 'failed');

-- The few open issues, looked through every minute for all accounts at once.
CREATE INDEX "issue_open" ON "issue" ("account_id") WHERE "state" = 'open';
