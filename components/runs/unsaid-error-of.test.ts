import { expect, test } from "vitest";
import type { OpenQuestion } from "@/lib/connections/open-question";
import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { RunImport } from "@/lib/runs/run-import";
import type { RunError } from "@/lib/runs/stored-outcome";
import { unsaidErrorOf } from "./unsaid-error-of";

const finishedAt = "2026-03-02T08:15:00.000Z";
const emptied: RunError = { code: "vendor_emptied", params: { of: 103 } };
const slow: RunError = { code: "vendor_slow", params: {} };

function outcome(kind: RecordKind, error: RunError | null): RunImport {
  const counters = { read: 0, created: 0, changed: 0, unchanged: 0, skipped: 0, deactivated: 0, failed: 0 };
  return { kind, ...counters, state: error ? "failed" : "done", pages: 0, totalPages: null, guard: null, error };
}

function questionOf(...kinds: RecordKind[]): OpenQuestion {
  return { runId: "run", askedAt: finishedAt, kinds: kinds.map((kind) => ({ kind, wouldGo: 103, of: 103, isEmptied: true })) };
}

test("an import the question does not name keeps its own sentence, of whatever kind the failure is", () => {
  const imports = [outcome("relations", emptied), outcome("materials", emptied)];
  expect(unsaidErrorOf({ finishedAt, error: emptied, imports }, questionOf("materials"))).toEqual({ error: emptied, kinds: ["relations"] });
  expect(unsaidErrorOf({ finishedAt, error: slow, imports: [outcome("relations", slow), outcome("materials", emptied)] }, questionOf("materials"))).toEqual({ error: slow, kinds: ["relations"] });
});

test("a failure of every import is the sync's own, and those that failed otherwise are not named with it", () => {
  const all = [outcome("relations", slow), outcome("materials", slow)];
  expect(unsaidErrorOf({ finishedAt, error: slow, imports: all }, null)).toEqual({ error: slow, kinds: [] });
  expect(unsaidErrorOf({ finishedAt, error: slow, imports: [...all, outcome("warehouses", emptied), outcome("employees", null)] }, null)).toEqual({ error: slow, kinds: ["relations", "materials"] });
});

test("what the question says is not said twice", () => {
  expect(unsaidErrorOf({ finishedAt, error: emptied, imports: [outcome("relations", null), outcome("materials", emptied)] }, questionOf("materials"))).toBeNull();
});

test("without a question the run says why it failed, and one that went well or still runs says nothing", () => {
  expect(unsaidErrorOf({ finishedAt, error: slow, imports: [] }, null)).toEqual({ error: slow, kinds: [] });
  expect(unsaidErrorOf({ finishedAt, error: null, imports: [outcome("relations", slow), outcome("materials", null)] }, null)).toEqual({ error: slow, kinds: ["relations"] });
  expect(unsaidErrorOf({ finishedAt, error: null, imports: [outcome("relations", null)] }, null)).toBeNull();
  expect(unsaidErrorOf({ finishedAt: null, error: null, imports: [outcome("relations", slow)] }, null)).toBeNull();
});
