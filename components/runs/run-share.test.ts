import { describe, expect, it } from "vitest";
import { shareDone } from "@/components/runs/run-share";
import type { RunImport } from "@/lib/runs/run-import";

const untouched: RunImport = {
  kind: "relations", state: "waiting", read: 0, created: 0, changed: 0, unchanged: 0, skipped: 0, deactivated: 0, failed: 0,
  pages: 0, totalPages: null, guard: null, error: null,
};
const unknown = () => 0;

describe("the bar of a running sync", () => {
  it("says nothing as long as nothing is known", () => {
    expect(shareDone([], unknown)).toBeNull();
    expect(shareDone([{ ...untouched, state: "running", read: 400 }], unknown)).toBeNull();
  });

  it("does not stand still at nothing while the vendor has not answered yet", () => {
    expect(shareDone([{ ...untouched, state: "running" }, untouched], () => 1_000)).toBeNull();
    expect(shareDone([{ ...untouched, state: "done" }, { ...untouched, state: "running" }], () => 1_000)).toBe(0.5);
  });

  it("counts imports that are over, however they ended", () => {
    expect(shareDone([{ ...untouched, state: "done" }, { ...untouched, state: "failed" }, untouched, untouched], unknown)).toBe(0.5);
  });

  it("goes by pages where the vendor says how many there are", () => {
    expect(shareDone([{ ...untouched, state: "running", pages: 3, totalPages: 4 }], unknown)).toBe(0.75);
  });

  it("goes by the records of last time, and never says done before it is", () => {
    const running = { ...untouched, state: "running" as const, read: 500 };
    expect(shareDone([running, untouched], () => 1_000)).toBe(0.25);
    expect(shareDone([{ ...running, read: 5_000 }], () => 1_000)).toBe(0.95);
  });
});
