-- When the vendor last told of an exported document, also where nothing about it was new.
ALTER TABLE "export_intent" ADD COLUMN "document_seen_at" TIMESTAMPTZ(3);
