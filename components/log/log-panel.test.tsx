import { describe, expect, it } from "vitest";
import { LatestError } from "@/components/log/latest-error";
import { LogPanel } from "@/components/log/log-panel";
import { render } from "@/e2e/support/render";
import type { LogRow } from "@/lib/log/read-entry";

const row = (id: string, own: Partial<LogRow>): LogRow => ({
  id, at: "2026-11-20T08:30:00.000Z", level: "success", operation: "connection.paused", messageKey: "connection.paused", params: { person: "Femke Bakker" }, kind: null, recordKey: null, runId: null, remedy: null,
  vendor: "cash", ...own,
});
const panel = (entries: readonly LogRow[], isUnavailable = false) => render(<LogPanel entries={entries} isRefreshing={false} isUnavailable={isUnavailable} onRefresh={() => undefined} />);

describe("the log panel", () => {
  it("groups entries by the account's day and not by that of the server", async () => {
    const { text } = await panel([row("a", {}), row("b", { at: "2026-11-19T23:30:00.000Z" }), row("c", { at: "2026-11-19T22:30:00.000Z" })]);
    expect(text).toMatch(/Today, 20 November .*09:30 .*00:30 .*Yesterday, 19 November .*23:30/);
  });

  it("shows an entry whose sentence is gone by the name of what was done", async () => {
    expect((await panel([row("a", { messageKey: "no.longer.there", operation: "stock.read" })])).text).toContain("stock.read");
  });

  it("says when nothing has happened yet, and when it could not be loaded", async () => {
    expect((await panel([])).text).toContain("Nothing has happened yet.");
    expect((await panel([], true)).text).toContain("The log could not be loaded. It is tried again by itself.");
  });
});

describe("the latest error above the page", () => {
  const latest = async (entries: readonly LogRow[]) => (await render(<LatestError entries={entries} />)).links;

  it("leads to its entry", async () => {
    expect(await latest([row("i", { level: "info" }), row("e", { level: "error" }), row("s", {})])).toMatchObject([{ href: "#entry-e" }]);
  });

  it("is gone as soon as a success has followed it", async () => {
    expect(await latest([row("s", {}), row("e", { level: "error" })])).toEqual([]);
    expect(await latest([])).toEqual([]);
  });
});
