import { expect, test } from "vitest";
import { contentDigest } from "@/lib/sync/content-digest";
import { newRecordId } from "@/lib/sync/record-id";
import { recordTables, type Content } from "@/lib/sync/record-tables";

const digest = (content: Content) => contentDigest(recordTables.warehouses.columns, content);

test("equal content has equal digests, whatever the order of its fields", () => {
  expect(digest({ code: "1", name: "Magazijn" })).toBe(digest({ name: "Magazijn", code: "1" }));
});

test("a change in any field shows, also where values only move from one to the next", () => {
  const contents: Content[] = [{ code: "1", name: "2" }, { code: "12", name: "" }, { code: "", name: "12" }, { code: "12", name: null }, { code: null, name: "12" }];
  expect(new Set(contents.map(digest)).size).toBe(contents.length);
});

test("new ids are UUIDs of version 7, all different, and later ones sort later", () => {
  const ids = Array.from({ length: 5000 }, (_, index) => newRecordId(1_000_000_000_000 + index));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([...ids].sort()).toEqual(ids);
});
