-- Work order numbers in the order in which people count, whatever they consist of: 2026.9999 before 2026.10000, WO-9 before WO-10.
-- Each run of digits is compared by its last twelve.
CREATE FUNCTION "number_order"("value" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN regexp_replace(regexp_replace("plain_text"("value"), '[0-9]+', '000000000000\&', 'g'), '[0-9]*([0-9]{12})(?![0-9])', '\1', 'g');

DROP INDEX "work_order_by_number";
CREATE INDEX "work_order_by_number" ON "work_order" ("account_id", "number_order"("number") COLLATE "C", "id");
