import { describe, expect, it } from "vitest";
import { AuditTable } from "@/components/audit/audit-table";
import { LoggedChange } from "@/components/log/logged-change";
import { DueTable } from "@/components/settings/due-table";
import { ExportsCard } from "@/components/settings/exports-card";
import { exampleConnection, exampleSettingsActions, exampleStatus, exampleVendor } from "@/components/settings/testing/example-vendor";
import { render } from "@/e2e/support/render";
import { labelChanges } from "@/lib/connections/label-changes";
import type { SettingChange } from "@/lib/connections/compare-settings";
import type { ExportSettings } from "@/lib/connectors/connector";
import { locales, type Locale } from "@/lib/i18n/locales";

const lists = {
  workStatuses: [{ value: "status-1", label: "1 – Naar Cash" }, { value: "status-2", label: "2 – Gefactureerd" }],
  triggerStatuses: [{ value: "status-1", label: "1 – Naar Cash" }],
  warehouses: [{ value: "01", label: "01 – Centraal magazijn" }],
};
const ignore = () => {};

function card(own: ExportSettings, { changes = [], canExport = true, locale = "en" }: { changes?: SettingChange[]; canExport?: boolean; locale?: Locale } = {}) {
  const values = { ...exampleConnection.exports, trigger: "status-1", ...own };
  return render(
    <ExportsCard
      vendor={exampleVendor}
      connection={{ ...exampleConnection, lists }}
      counts={exampleStatus.exports}
      values={values}
      changes={changes}
      canExport={canExport}
      action={exampleSettingsActions.exportAll}
      onChange={ignore}
      onRequested={ignore}
    />,
    { locale },
  );
}

const rounding: SettingChange = { field: "export", option: "hourRounding", before: "0", after: "15" };
const since: SettingChange = { field: "export", option: "startDate", before: "2026-11-01", after: null };

describe("the card of the exports", () => {
  it("has every option of the vendor's form in its order, under the heading of its group, and the way to send now", async () => {
    const { text, buttons } = await card({});
    const labels = [
      "Orders", "Work orders", "Work order status", "Status after export", "Start date", "The sales order", "Default warehouse", "Hour rounding", "Work description", "Order line sequence", "Reference format",
      "Missing in Cash", "New relation", "New material",
    ];
    const options = text.slice(text.indexOf("by hand."));
    const places = labels.map((label) => options.indexOf(label));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(buttons).toContain("Export work orders");
  });

  it("cannot send while exports are off as stored", async () => {
    expect((await card({}, { canExport: false })).buttons).toContain("Export work orders (disabled)");
  });

  it("marks what was changed with what it was", async () => {
    const { text } = await card({ hourRounding: "15", startDate: null }, { changes: [rounding, since] });
    expect(text).toContain("Hour rounding was None");
    expect(text).toContain("Start date was 1 Nov 2026");
    expect((await card({})).text).not.toContain(" was ");
  });

  it.each(locales)("has every word in %s", async (locale) => {
    const { text } = await card({ hourRounding: "15" }, { changes: [rounding], locale });
    expect(text).not.toMatch(/exports\.|settings\.|hourRounding|workOrders/);
  });
});

describe("a changed option", () => {
  const chosen: SettingChange = { field: "export", option: "statusAfter", before: null, after: "status-2" };

  it("is kept with the name of what was chosen, for whoever reads it when the list is another", () => {
    expect(labelChanges([chosen, rounding], exampleVendor.exports, lists)).toEqual([{ ...chosen, after: "2 – Gefactureerd" }, rounding]);
    expect(labelChanges([{ ...chosen, after: "gone" }], exampleVendor.exports, lists)).toEqual([{ ...chosen, after: "gone" }]);
  });

  it("stands in words in the log, and by its name where the vendor is gone", async () => {
    const said = async (change: SettingChange, vendor: string | null) => (await render(<LoggedChange change={change} vendor={vendor} />)).text;
    expect(await said(rounding, "cash")).toBe("Hour rounding: None → 15 min");
    expect(await said(since, "cash")).toBe("Start date: 1 Nov 2026 → no limit");
    expect(await said({ field: "export", option: "newMaterial", before: true, after: false }, "cash")).toBe("New material: on → off");
    expect(await said(rounding, "former")).toBe("hourRounding: 0 → 15");
  });

  it("stands in words in the audit trail", async () => {
    const changes = [{ field: "cash.exports.hourRounding", before: "0", after: "15" }, { field: "cash.exports.statusAfter", before: null, after: "2 – Gefactureerd" }, { field: "cash.exports.isOn", before: "false", after: "true" }];
    const { text } = await render(<AuditTable rows={[{ id: "1", at: new Date("2026-11-20T08:00:00Z"), userName: "Marit", action: "connection.settings-saved", subject: "Cash", changes }]} />);
    for (const sentence of ["Hour rounding: None → 15 min", "Status after export: 2 – Gefactureerd", "Orders: off → on"]) expect(text).toContain(sentence);
  });
});

describe("the work orders that would go out", () => {
  const first = [{ id: "w1", number: "2026.0001", customerName: "Bakkerij Van Leeuwen", completedAt: "2026-11-18T23:30:00.000Z" }];

  it("are named with the day they were completed, each a way to it, and the way to the rest", async () => {
    const { text, links } = await render(<DueTable ahead={{ count: 21, completed: 46, first }} trigger="status-1" label="Due" />);
    expect(text).toContain("2026.0001 Bakkerij Van Leeuwen 19 Nov 2026");
    expect(links).toEqual([{ words: "2026.0001", href: "/work-orders/w1" }, { words: "Show the other 20", href: "/work-orders?status=complete&workStatus=status-1" }]);
  });

  it("lead nowhere else when all are named", async () => {
    expect((await render(<DueTable ahead={{ count: 1, completed: 46, first }} trigger="status-1" label="Due" />)).links).toHaveLength(1);
  });
});
