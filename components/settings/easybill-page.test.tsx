import { describe, expect, it } from "vitest";
import { exampleConnection, exampleSettingsActions, exampleStatus } from "@/components/settings/testing/example-vendor";
import { VendorPage } from "@/components/settings/vendor-page";
import type { ConnectionView, VendorView } from "@/components/settings/vendor-view";
import { render } from "@/e2e/support/render";
import type { ConnectionStatus } from "@/lib/connections/connection-status";
import { easybillLoginSchema } from "@/lib/connectors/easybill/login-schema";
import { easybillManifest } from "@/lib/connectors/easybill/manifest";
import { easybillSettingsSchema } from "@/lib/connectors/easybill/settings-schema";
import { exportFields } from "@/lib/connectors/schemas";
import { describeFields } from "@/lib/forms/form-fields";
import { locales, type Locale } from "@/lib/i18n/locales";

const settings = easybillSettingsSchema.parse({});
const vendor: VendorView = {
  id: "easybill", name: "EasyBill", hasAdministrations: false, trialDays: 14, interval: 15, fields: describeFields(easybillLoginSchema), exports: exportFields("easybill"), shared: [["materials", "hourTypes"]],
  imports: easybillManifest.imports.map((kind) => ({ kind, isManualOnly: false })),
};
const connected: ConnectionView = {
  ...exampleConnection, login: { plan: "business" }, storedSecrets: ["apiKey"], person: { name: "Anke Brückner", email: "anke@brueckner.example" }, administrations: [], administration: null, imports: settings.imports, exports: settings.exports,
};
type State = { connection?: Partial<ConnectionView> | null; status?: Partial<ConnectionStatus>; locale?: Locale };
const page = ({ connection = {}, status = {}, locale }: State = {}) =>
  render(
    <VendorPage vendor={vendor} connection={connection === null ? null : { ...connected, ...connection }} status={{ ...exampleStatus, ...status }} entries={[]} completed={0} actions={exampleSettingsActions} />,
    { locale },
  );

describe("the page of EasyBill", () => {
  it("lets one choose the plan by what it means, with nothing chosen beforehand", async () => {
    const { text, html } = await page({ connection: null, status: { state: null } });
    expect(text).toMatch(/Plan .*Plus .*10 requests a minute.* Business .*60 requests a minute/);
    expect(text).toContain("OutSmart does not store your EasyBill password.");
    expect(html.match(/<input type="radio"[^>]*>/g)).toHaveLength(2);
    expect(html).not.toMatch(/<input type="radio"[^>]* checked=""/);
  });

  it("says whose EasyBill is connected, with its plan", async () => {
    const { text, html } = await page();
    expect(text).toContain("EasyBill administrator: Anke Brückner · anke@brueckner.example");
    expect(html).toMatch(/<input type="radio"[^>]*checked=""[^>]*value="business"|<input type="radio"[^>]*value="business"[^>]*checked=""/);
  });

  it("says how much of the budget is left, and when the next request may go", async () => {
    const budget = async (own: ConnectionStatus["budget"]) => (await page({ status: { budget: own } })).text;
    expect(await budget({ used: 7, perMinute: 10, nextAt: null })).toMatch(/7 of 10 used in the last minute\W+3 left/);
    expect(await budget({ used: 10, perMinute: 10, nextAt: "2026-11-20T08:40:23.000Z" })).toContain("the next one may go in 23 seconds");
    expect(await budget({ used: 10, perMinute: 10, nextAt: "2026-11-20T08:39:00.000Z" })).toContain("the next one may go now");
  });

  it("greys the e-mail as long as invoices go out as drafts, and says so", async () => {
    const draft = await page();
    expect(draft.text).toContain("Counts only for final invoices");
    const final = await page({ connection: { exports: { ...settings.exports, finality: "final" } } });
    expect(final.text).not.toContain("Counts only for final invoices");
  });

  it("with an expired key says so literally and asks for a new one", async () => {
    const { html, links } = await page({ status: { state: "action_required", freshness: { ...exampleStatus.freshness, state: "actionRequired", reason: "authentication_expired" } }, locale: "de" });
    expect(html).toContain('<span lang="en">Authentication expired. Reconnect the integration to sync data.</span>');
    expect(links.find(({ href }) => href === "#connection")?.words).toBe("Neuen Schlüssel eingeben");
  });

  it.each(locales)("has every word in %s", async (locale) => {
    const { text } = await page({ status: { budget: { used: 10, perMinute: 10, nextAt: "2026-11-20T08:40:23.000Z" } }, locale });
    expect(text).toContain("EasyBill");
    expect(text).not.toMatch(/Cash|verkooporder|Auftrag /);
  });
});
