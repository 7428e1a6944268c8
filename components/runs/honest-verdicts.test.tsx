import { afterAll, beforeAll, expect, test } from "vitest";
import { EntryList } from "@/components/log/entry-list";
import { RunsTable } from "@/components/runs/runs-table";
import { ImportVerdict, RunVerdict } from "@/components/runs/run-verdict";
import { render } from "@/e2e/support/render";
import { AppError } from "@/lib/errors";
import { SyncState, type ImportState } from "@/lib/generated/prisma/enums";
import { countOpenIssues } from "@/lib/issues/list-issues";
import { settleIssues } from "@/lib/issues/settle-issues";
import { readPanel } from "@/lib/log/read-panel";
import { getRun } from "@/lib/runs/get-run";
import { listRuns } from "@/lib/runs/list-runs";
import { claimRun } from "@/lib/sync/claim-run";
import { finishRun } from "@/lib/sync/finish-run";
import { broken, relations } from "@/lib/sync/fixtures/source-records";
import { createTestEngine, request, sync, type TestEngine } from "@/lib/sync/fixtures/test-engine";

let it: TestEngine;
beforeAll(async () => {
  it = await createTestEngine();
  await it.db.prisma.connection.updateMany({ data: { settings: { imports: { relations: true } } } });
});
afterAll(() => it.close());

/** Green stands for success in whatever shape. */
const isGreen = (html: string) => /\b(?:bg|text|stroke|fill)-good/.test(html);

async function cancel() {
  const { runId } = await request(it, { trigger: "manual" });
  const claim = await claimRun(it.engine, it.connectionId, "worker");
  await finishRun(it.engine, { runId, fence: claim?.fence ?? 0, outcome: "cancelled" });
}

/** What makes a sync end in each way, one after the other. */
const endings: readonly { state: Exclude<SyncState, "waiting" | "running">; make: () => Promise<unknown> }[] = [
  { state: "succeeded", make: () => sync(it, { trigger: "manual" }) },
  { state: "partial", make: () => (it.vendor.set("relations", [...relations(30), broken(99)]), sync(it, { trigger: "manual" })) },
  { state: "cancelled", make: cancel },
  {
    state: "failed",
    make: () => {
      it.vendor.beforePage = () => {
        throw new AppError("vendor_unreachable", { kind: "transient" });
      };
      return sync(it, { trigger: "manual" }).finally(() => (it.vendor.beforePage = () => {}));
    },
  },
  { state: "stopped", make: () => (it.vendor.set("relations", relations(3)), sync(it, { trigger: "manual" })) },
];

test("a sync is green where it succeeded, and nowhere else: in the history, on its page, in the panel; what did not is an issue", async () => {
  it.vendor.set("relations", relations(30));
  for (const { state, make } of endings) {
    await make();
    await settleIssues(it.engine, it.connectionId);
    const { rows: [row] } = await listRuns(it.db, { accountId: it.accountId, cursor: null });
    if (!row) throw new Error("There is no sync");
    expect(row.state).toBe(state);
    const succeeded = state === "succeeded";
    expect(isGreen((await render(<RunsTable runs={[row]} vendorNames={{}} />)).html), `${state}, history`).toBe(succeeded);
    const { imports } = await getRun(it.engine, { accountId: it.accountId, runId: row.id });
    for (const one of imports.filter(({ kind }) => kind === "relations")) {
      expect(isGreen((await render(<ImportVerdict state={one.state} failures={one.failed} />)).html), `${state}, page`).toBe(succeeded);
    }
    const entry = (await readPanel(it.db, { accountId: it.accountId, connectionId: it.connectionId, vendor: "fixture" })).find(({ runId }) => runId === row.id);
    if (!entry) throw new Error("The sync is not in the panel");
    expect(isGreen((await render(<EntryList entries={[entry]} />)).html), `${state}, panel`).toBe(succeeded);
    const { action, watch } = await countOpenIssues(it.db, it.accountId);
    // One that a person cancelled is nobody's fault; what was wrong before it still is.
    if (state !== "cancelled") expect(action + watch > 0, `${state}, issues`).toBe(!succeeded);
  }
});

test("no state of a sync or an import but success is green", async () => {
  const green: string[] = [];
  for (const state of Object.values(SyncState)) if (isGreen((await render(<RunVerdict state={state} isStopping={false} />)).html)) green.push(state);
  expect(green).toEqual(["succeeded"]);
  const states = ["waiting", "running", "done", "failed", "stopped", "cancelled"] as const satisfies readonly ImportState[];
  for (const state of states) expect(isGreen((await render(<ImportVerdict state={state} failures={0} />)).html), state).toBe(state === "done");
  expect(isGreen((await render(<ImportVerdict state="done" failures={1} />)).html)).toBe(false);
});
