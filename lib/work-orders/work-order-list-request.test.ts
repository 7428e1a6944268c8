import { expect, it } from "vitest";
import { encodeCursor } from "@/lib/paging/list-request";
import { readWorkOrderListRequest } from "@/lib/work-orders/work-order-list-request";

const id = "6b1f3a52-0f65-4cf0-8f0e-1a0f65f3a520";
const nothing = { status: null, workStatusId: null, customer: null, from: null, to: null, exportMark: null };

it("an empty address means everything, the newest first", () => {
  expect(readWorkOrderListRequest({})).toEqual({ search: "", sort: "date", direction: "descending", position: { at: "start" }, ...nothing });
});

it("an address says search, order, place and every filter", () => {
  const parameters = { search: " boiler ", sort: "number", after: encodeCursor(["2026.0001", id]), status: "complete", workStatus: id, customer: " 10023 ", from: "2026-11-01", to: "2026-11-30", export: "needsReview" };
  expect(readWorkOrderListRequest(parameters)).toEqual({
    search: "boiler", sort: "number", direction: "ascending", position: { at: "after", cursor: ["2026.0001", id] },
    status: "complete", workStatusId: id, customer: "10023", from: "2026-11-01", to: "2026-11-30", exportMark: "needsReview",
  });
});

it("a page of one order begins at no place of the other", () => {
  expect(readWorkOrderListRequest({ sort: "date", after: encodeCursor(["2026.0001", id]) })).toMatchObject({ position: { at: "start" } });
  expect(readWorkOrderListRequest({ sort: "-date", before: encodeCursor(["2026-11-18", id]) })).toMatchObject({ position: { at: "before" } });
});

it.each<Record<string, string | string[]>>([
  { status: "Complete" }, { workStatus: "99" }, { from: "01-11-2026" }, { to: "2026-02-30" }, { export: "exported" }, { customer: "  " }, { status: ["", "complete"] }, { sort: "completedAt" },
])("what makes no sense counts as not given: %o", (parameters) => {
  expect(readWorkOrderListRequest(parameters)).toMatchObject(nothing);
});
