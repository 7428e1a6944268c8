-- Which way an entry went: imports and webhooks come in, exports go out.
CREATE FUNCTION "log_direction"("operation" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE split_part("operation", '.', 1) WHEN 'export' THEN 'out' WHEN 'sync' THEN 'in' WHEN 'import' THEN 'in' WHEN 'record' THEN 'in' WHEN 'webhook' THEN 'in' ELSE 'none' END;

-- What a search looks for. An entry keeps no sentence but a key with its parameters; a sentence's own words are looked up in the reader's
-- language before, and become keys. "@account", "#key", "~parameter=value" for what decides about a sentence's words, and every other word as
-- it is, without capitals and accents: as a whole, in its parts, and without leading zeros.
CREATE FUNCTION "log_terms"("account_id" uuid, "message_key" text, "params" jsonb, "record_key" text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
  WITH "given" AS MATERIALIZED (
    SELECT "key", "value" FROM jsonb_each_text(CASE WHEN jsonb_typeof("params") = 'object' THEN "params" ELSE '{}' END)
  ), "spoken" AS MATERIALIZED (
    SELECT left("plain_text"(string_agg("value", ' ')), 1000) AS "text" FROM (
      SELECT "value" FROM "given"
      WHERE "value" <> 'none' AND "key" NOT IN ('kind', 'trigger', 'code', 'reason', 'followUp', 'state')
        AND ("key" NOT IN ('field', 'record') OR "message_key" NOT LIKE 'exports.%')
      UNION ALL SELECT coalesce("record_key", '')) AS "values"
  ), "parts" AS MATERIALIZED (
    SELECT regexp_split_to_table("text", '[][[:space:]„“”‚‘’«»…·–—•→.,;:!?"''()<>{}/\\|_+*=&%@~#-]+') AS "term" FROM "spoken"
  )
  SELECT array_to_tsvector(array_agg(left("term", 120))) FROM (
    SELECT '@' || "account_id"::text AS "term"
    UNION ALL SELECT '#' || "message_key"
    UNION ALL SELECT '~' || "key" || '=' || "value" FROM "given"
      WHERE "key" IN ('kind', 'trigger', 'code', 'reason', 'followUp', 'state', 'field', 'record') OR "value" IN ('0', '1', 'none')
    UNION ALL SELECT btrim("whole", '„“”‚‘’«»…·–—•→.,;:!?"''()<>{}[]/\|_+*=&%@~#-') FROM (SELECT regexp_split_to_table("text", '[[:space:]]+') AS "whole" FROM "spoken") AS "wholes"
    UNION ALL SELECT "term" FROM "parts"
    UNION ALL SELECT ltrim("term", '0') FROM "parts" WHERE "term" ~ '^0+[1-9]'
  ) AS "terms" WHERE "term" <> ''
);

ALTER TABLE "log_entry" ADD COLUMN "search_terms" tsvector GENERATED ALWAYS AS ("log_terms"("account_id", "message_key", "params", "record_key")) STORED;
CREATE INDEX "log_entry_by_terms" ON "log_entry" USING GIN ("search_terms");

-- Each filter alone finds its newest entries without reading the others.
CREATE INDEX "log_entry_by_level" ON "log_entry" ("account_id", "level", "at" DESC, "id" DESC);
CREATE INDEX "log_entry_by_kind" ON "log_entry" ("account_id", "kind", "at" DESC, "id" DESC);
CREATE INDEX "log_entry_by_record" ON "log_entry" ("account_id", "record_key", "at" DESC, "id" DESC) WHERE "record_key" IS NOT NULL;
CREATE INDEX "log_entry_by_direction" ON "log_entry" ("account_id", "log_direction"("operation"), "at" DESC, "id" DESC);

-- What is past its time is found by its time alone, over all accounts.
CREATE INDEX "log_entry_by_age" ON "log_entry" ("at");
