-- The exports of a work order to a connection, the newest first. An index by the work order alone is no better than one by the connection
-- as long as nothing is known about the table: many that became due at once were then looked through for each of them.
CREATE INDEX "export_intent_of_work_order" ON "export_intent"("work_order_id", "connection_id", "requested_at" DESC, "id" DESC);
DROP INDEX "export_intent_work_order_id_idx";
