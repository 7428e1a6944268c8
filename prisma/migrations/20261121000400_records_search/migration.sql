-- What people type is compared without capitals and accents, the same on every server, whatever its language settings.
CREATE FUNCTION "plain_text"("value" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE
  -- Plain ASCII, the usual case, is left to the fast way.
  WHEN octet_length("value") = char_length("value") THEN lower("value" COLLATE "C")
  ELSE lower(replace(replace(replace(translate("value" COLLATE "C",
    'ÀÁÂÃÄÅĀĂĄàáâãäåāăąÇĆČçćčĎĐďđÈÉÊËĒĘĚèéêëēęěÌÍÎÏĪİìíîïīıŁłÑŃŇñńňÒÓÔÕÖØŌŐòóôõöøōőŘřŚŞŠȘśşšșŢŤȚţťțÙÚÛÜŪŮŰùúûüūůűÝŸýÿŹŻŽźżž',
    'aaaaaaaaaaaaaaaaaaccccccddddeeeeeeeeeeeeeeiiiiiiiiiiiillnnnnnnoooooooooooooooorrssssssssttttttuuuuuuuuuuuuuuyyyyzzzzzz'),
    'ß', 'ss'), 'Æ', 'ae'), 'æ', 'ae'))
END;

-- Numbers sort as numbers, codes as words.
CREATE FUNCTION "natural_order"("value" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE WHEN "value" ~ '^[0-9]{1,20}$' THEN lpad("value", 20, '0') ELSE "plain_text"("value") END;

-- What a search looks through. 600 characters at most, as an index entry has its limits.
ALTER TABLE "relation" ADD COLUMN "search_text" text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left("plain_text"(
  "debtor_number" || ' ' || "name" || ' ' || coalesce("search_name", '') || ' ' || "postal_code" || ' ' || "city" || ' ' || coalesce("email", '')), 600)) STORED;
ALTER TABLE "material" ADD COLUMN "search_text" text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left("plain_text"(
  "code" || ' ' || "name" || ' ' || coalesce("search_name", '') || ' ' || coalesce("group", '')), 600)) STORED;
ALTER TABLE "hour_type" ADD COLUMN "search_text" text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left("plain_text"("code" || ' ' || "name"), 600)) STORED;
ALTER TABLE "warehouse" ADD COLUMN "search_text" text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left("plain_text"("code" || ' ' || "name"), 600)) STORED;
ALTER TABLE "employee" ADD COLUMN "search_text" text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left("plain_text"(
  "code" || ' ' || "name" || ' ' || coalesce("email", '')), 600)) STORED;
ALTER TABLE "skipped_record" ADD COLUMN "search_text" text COLLATE "C" NOT NULL GENERATED ALWAYS AS (left("plain_text"("external_id" || ' ' || "label"), 600)) STORED;

-- The lists are read page by page in these orders. The other kinds are few enough to be sorted on the spot.
DROP INDEX "relation_account_id_name_id_idx";
DROP INDEX "relation_account_id_city_id_idx";
DROP INDEX "material_account_id_name_id_idx";
DROP INDEX "hour_type_account_id_name_id_idx";
DROP INDEX "warehouse_account_id_name_id_idx";
DROP INDEX "employee_account_id_name_id_idx";
CREATE INDEX "relation_by_name" ON "relation" ("account_id", "plain_text"("name") COLLATE "C", "id");
CREATE INDEX "relation_by_city" ON "relation" ("account_id", "plain_text"("city") COLLATE "C", "id");
CREATE INDEX "relation_by_number" ON "relation" ("account_id", "natural_order"("debtor_number") COLLATE "C", "id");
CREATE INDEX "material_by_name" ON "material" ("account_id", "plain_text"("name") COLLATE "C", "id");
CREATE INDEX "material_by_code" ON "material" ("account_id", "natural_order"("code") COLLATE "C", "id");
-- A search reads these alone instead of the table, and so does the count of what is in use.
CREATE INDEX "relation_by_search" ON "relation" ("account_id", "active", "search_text", "id");
CREATE INDEX "material_by_search" ON "material" ("account_id", "active", "search_text", "id");
