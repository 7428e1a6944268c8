import { describe, expect, it } from "vitest";
import { AuditTable } from "@/components/audit/audit-table";
import { render } from "@/e2e/support/render";
import { auditActions } from "@/lib/audit/audit-actions";
import type { AuditChange, AuditRow } from "@/lib/audit/list-audit";
import { locales, type Locale } from "@/lib/i18n/locales";

const row: AuditRow = { id: "1", at: new Date("2026-11-20T08:30:00.000Z"), userName: "Femke Bakker", action: "connection.settings-saved", subject: "Cash", changes: [] };
const table = async (own: Partial<AuditRow>, locale: Locale = "en") => (await render(<AuditTable rows={[{ ...row, ...own }]} />, { locale })).text;
const change = (field: string, before: string | null, after: string | null): AuditChange => ({ field, before, after });

describe("the audit trail", () => {
  it("says when, who, what and of whom", async () => {
    const text = await table({});
    expect(text).toContain("20 Nov 2026, 09:30 Femke Bakker Settings of the integration saved Cash");
  });

  it.each([
    ["a role by its name", change("role", "viewer", "planner"), "Role: Viewer → Planner"],
    ["a licence by its state", change("licence", "trial", "active"), "Licence: Trial → Active"],
    ["a language by its own name", change("locale", "en", "nl"), "Language: English → Nederlands"],
    ["what is on and off", change("materials", "false", "true"), "Materials: off → on"],
    ["what was emptied", change("name", "Bakker", ""), "Name: Bakker → empty"],
    ["a field of a record", change("postalCode", "3511 AB", "3511 AC"), "Postal code: 3511 AB → 3511 AC"],
    ["a field of a login", change("relationCode", "240817", "240818"), "Relation code: 240817 → 240818"],
    ["only what it became, where nothing is known of before", change("price", null, "12.50"), "Price: 12.50"],
    ["a field without words as it is called", change("somethingNew", "1", "2"), "somethingNew: 1 → 2"],
  ])("shows %s", async (_what, one, sentence) => {
    expect(await table({ changes: [one] })).toContain(sentence);
  });

  it("does not take any text for a role or a language", async () => {
    expect(await table({ changes: [change("name", "viewer", "nl")] })).toContain("Name: viewer → nl");
  });

  it("shows an act without words by its name", async () => {
    expect(await table({ action: "moon.landed" })).toContain("moon.landed");
  });
});

describe.each(locales)("in %s", (locale) => {
  it("every act has words", async () => {
    const { text } = await render(<AuditTable rows={auditActions.map((action) => ({ ...row, id: action, action }))} />, { locale });
    expect(auditActions.filter((action) => text.includes(action))).toEqual([]);
  });
});
