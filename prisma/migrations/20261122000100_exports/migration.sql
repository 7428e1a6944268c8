-- AlterTable
ALTER TABLE "export_intent" ADD COLUMN     "replaced" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "exported_document_account_id_state_idx" ON "exported_document"("account_id", "state");

-- Of the exports of a work order to a connection the newest counts; the others have been replaced.
CREATE FUNCTION "mark_replaced_intents"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "export_intent" "intent" SET "replaced" = "intent"."id" <> "newest"."id"
  FROM (SELECT "id" FROM "export_intent" WHERE "work_order_id" = NEW."work_order_id" AND "connection_id" = NEW."connection_id"
        ORDER BY "requested_at" DESC, "id" DESC LIMIT 1) "newest"
  WHERE "intent"."work_order_id" = NEW."work_order_id" AND "intent"."connection_id" = NEW."connection_id"
    AND "intent"."replaced" <> ("intent"."id" <> "newest"."id");
  RETURN NULL;
END $$;
CREATE TRIGGER "export_intent_replaces" AFTER INSERT ON "export_intent" FOR EACH ROW EXECUTE FUNCTION "mark_replaced_intents"();

UPDATE "export_intent" "intent" SET "replaced" = true
WHERE EXISTS (SELECT FROM "export_intent" "newer" WHERE "newer"."work_order_id" = "intent"."work_order_id" AND "newer"."connection_id" = "intent"."connection_id"
  AND ("newer"."requested_at", "newer"."id") > ("intent"."requested_at", "intent"."id"));

-- The list of exports by when something happened to them last, all or those of a state, and by the number of their document.
CREATE INDEX "export_intent_by_moment" ON "export_intent" ("account_id", (coalesce("finished_at", "sending_at", "requested_at")) DESC, "id" DESC) WHERE NOT "replaced";
CREATE INDEX "export_intent_by_state" ON "export_intent" ("account_id", "state", (coalesce("finished_at", "sending_at", "requested_at")) DESC, "id" DESC) WHERE NOT "replaced";
CREATE INDEX "export_intent_by_document" ON "export_intent" ("account_id", "document_number") INCLUDE ("work_order_id") WHERE NOT "replaced" AND "document_number" IS NOT NULL;
