import { describe, expect, it } from "vitest";
import { exampleVendor } from "@/components/settings/testing/example-vendor";
import { WebhookLine, WebhookRemoval } from "@/components/settings/webhook-line";
import { render } from "@/e2e/support/render";
import { locales, type Locale } from "@/lib/i18n/locales";
import type { WebhookStanding } from "@/lib/webhooks/webhook-standing";

const vendor = { ...exampleVendor, name: "EasyBill" };
const line = async (webhook: WebhookStanding, locale: Locale = "en", needsAction = false) =>
  render(<WebhookLine vendor={vendor} webhook={webhook} needsAction={needsAction} action={() => Promise.resolve({})} onChanged={() => undefined} />, { locale });
const problem = { code: "webhook_failing", params: { vendor: "EasyBill", status: 502 } } as const;
const moments = { lastDeliveryAt: "2026-11-20T07:30:00.000Z", checkedAt: "2026-11-20T08:00:00.000Z" };

describe("how a vendor reports changes", () => {
  it("says that it does, since when it last did, and when that was checked", async () => {
    const { text } = await line({ state: "registered", ...moments });
    expect(text).toMatch(/EasyBill reports changes as they happen.*last report.*checked.*Register again/);
    expect((await line({ state: "registered", lastDeliveryAt: null, checkedAt: null })).text).toContain("no report yet");
  });

  it("does not say that they come as long as the connection waits for a person", async () => {
    const { text, html } = await line({ state: "registered", ...moments }, "en", true);
    expect(text).toContain("What EasyBill reports waits until the connection works again");
    expect(html).not.toContain("text-good");
    expect((await line({ state: "failing", problem, ...moments }, "en", true)).text).toContain("Reports of EasyBill do not arrive");
  });

  it("says that changes come with the sync where it cannot, and offers nothing that would not help", async () => {
    const { text } = await line({ state: "impossible" });
    expect(text).toContain("Changes come with the sync every 15 minutes");
    expect(text).not.toContain("Register again");
  });

  it("says what is wrong and what to do when reports do not arrive, or could not be asked for", async () => {
    const { text, html } = await line({ state: "failing", problem, ...moments });
    expect(text).toContain("The last report of EasyBill did not arrive here (answer 502). Nothing is lost");
    expect(html).toContain('role="alert"');
    const asking = await line({ state: "registering", problem: { code: "vendor_unreachable", params: { vendor: "EasyBill" } } });
    expect(asking.text).toContain("EasyBill cannot be reached");
    expect(asking.html).not.toContain('role="alert"');
  });

  it("says nothing where there is none, and of a cut connection that it is still to be removed", async () => {
    for (const state of ["none", "removing"] as const) expect((await line({ state })).text).toBe("");
    expect((await render(<WebhookRemoval vendor={vendor} webhook={{ state: "removing" }} />)).text).toContain("as soon as EasyBill answers");
    expect((await render(<WebhookRemoval vendor={vendor} webhook={{ state: "none" }} />)).text).toBe("");
  });

  it.each(locales)("has every word in %s", async (locale) => {
    for (const webhook of [{ state: "registered", ...moments }, { state: "impossible" }, { state: "registering", problem: null }, { state: "failing", problem, ...moments }] as const) {
      expect((await line(webhook, locale)).text).toContain("EasyBill");
    }
  });
});
