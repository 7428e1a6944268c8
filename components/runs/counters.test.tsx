import { describe, expect, it } from "vitest";
import { CountersSummary } from "@/components/runs/counters-summary";
import { CountersTable } from "@/components/runs/counters-table";
import { exampleImport } from "@/components/runs/testing/example-run";
import { render } from "@/e2e/support/render";
import type { ImportState } from "@/lib/generated/prisma/enums";
import type { Counters } from "@/lib/runs/counters";

const nothing: Counters = { read: 0, created: 0, changed: 0, unchanged: 0, skipped: 0, deactivated: 0, failed: 0 };
const summary = async (counters: Partial<Counters>) => (await render(<CountersSummary counters={{ ...nothing, ...counters }} />)).text;

describe("the counters in a line", () => {
  it("leave out what is zero", async () => {
    expect(await summary({ read: 5_000, created: 12, failed: 1 })).toMatch(/^5,000 read\W+12 created\W+1 failed$/);
  });

  it("say that nothing had changed, and do not confuse that with nothing read", async () => {
    expect(await summary({ read: 5_000, unchanged: 5_000 })).toBe("5,000 read, nothing changed");
    expect(await summary({})).toBe("nothing new");
  });

  it("claim nothing about what was not read yet, or never", async () => {
    const said = async (state: ImportState) => (await render(<CountersSummary counters={nothing} state={state} />)).text;
    expect(await Promise.all((["waiting", "running"] as const).map(said))).toEqual(["nothing read yet", "nothing read yet"]);
    expect(await Promise.all((["failed", "stopped", "cancelled"] as const).map(said))).toEqual(["nothing read", "nothing read", "nothing read"]);
  });

  it("do not take skipped records for a change", async () => {
    expect(await summary({ read: 20, skipped: 3 })).toMatch(/^20 read, nothing changed\W+3 skipped$/);
  });
});

describe("the counters per import", () => {
  it("are all there, also those that are zero", async () => {
    const { text } = await render(<CountersTable runId="run-1" imports={[{ ...exampleImport, kind: "materials" }]} />);
    expect(text).toContain("Import Outcome Read Created Changed Unchanged Skipped Deactivated Failed Pages Materials Done 5,000 12 3 4,985 0 0 0 5");
  });

  it("lead to their records, what is unchanged too, on a phone as well", async () => {
    const { text, links } = await render(<CountersTable runId="run-1" imports={[{ ...exampleImport, failed: 1 }]} />);
    const href = (counter: string) => `/runs/run-1/records?kind=relations&counter=${counter}`;
    expect(text).toMatch(/5,000 read\W+12 created\W+3 changed\W+4,985 unchanged\W+1 failed/);
    expect(links.map((link) => link.href)).toEqual([...["created", "changed", "unchanged", "failed"].map(href), ...["created", "changed", "unchanged", "failed"].map(href)]);
  });

  it("say of a sync that changed nothing how many that were", async () => {
    const { text } = await render(<CountersTable runId="run-1" imports={[{ ...exampleImport, created: 0, changed: 0, unchanged: 5_000 }]} />);
    expect(text).toMatch(/5,000 read\W+5,000 unchanged/);
  });

  it("are not green when a record could not be read", async () => {
    const { text } = await render(<CountersTable runId="run-1" imports={[{ ...exampleImport, failed: 1 }]} />);
    expect(text).not.toContain("Relations Done");
    expect(text).toContain("Relations Succeeded in part");
  });

  it("follow the language", async () => {
    expect((await render(<CountersTable runId="run-1" imports={[exampleImport]} />, { locale: "de" })).text).toContain("5.000");
  });
});
