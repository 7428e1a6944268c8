import { describe, expect, it } from "vitest";
import { LicencePanel } from "@/components/licences/licence-panel";
import { render, renderedAt } from "@/e2e/support/render";
import { cashManifest } from "@/lib/connectors/cash/manifest";
import type { Licence } from "@/lib/generated/prisma/client";
import { locales, type Locale } from "@/lib/i18n/locales";
import { licenceCard } from "@/lib/licences/licence-card";

const day = 24 * 60 * 60_000;
const inDays = (days: number) => new Date(renderedAt.getTime() + days * day);
const licence = (own: Partial<Licence>): Licence => ({
  id: "00000000-0000-4000-8000-000000000003", accountId: "00000000-0000-4000-8000-000000000004", vendor: "cash", state: "active", startedAt: inDays(-10), endsAt: null, trialUsedAt: null, ...own,
});
const never = () => Promise.resolve({});
const panel = (stored: Licence | null, locale: Locale = "en") => render(<LicencePanel licence={licenceCard(cashManifest, stored, renderedAt)} actions={{ order: never, startTrial: never, cancel: never }} />, { locale });

const states = {
  none: null,
  trial: licence({ state: "trial", endsAt: inDays(3), trialUsedAt: inDays(-11) }),
  active: licence({}),
  cancelled: licence({ state: "cancelled", endsAt: inDays(-1) }),
  lapsed: licence({ state: "trial", endsAt: inDays(-2), trialUsedAt: inDays(-16) }),
};

describe("the licence of an integration", () => {
  it("can be ordered or tried by whoever never had one", async () => {
    const { text, buttons, links } = await panel(states.none);
    expect(text).toContain("No licence");
    expect(buttons).toEqual(["Order", `Try ${String(cashManifest.trialDays)} days`]);
    expect(links).toEqual([]);
  });

  it("on trial says how long it still runs and leads to the integration", async () => {
    const { text, buttons, links } = await panel(states.trial);
    expect(text).toContain("3 days left of the trial. It ends by itself on 23 Nov 2026.");
    expect(buttons).toEqual(["Order", "End trial"]);
    expect(links).toEqual([{ words: "Open Cash", href: "/settings/integrations/cash" }]);
  });

  it("says when the last day of the trial has come", async () => {
    expect((await panel(licence({ state: "trial", endsAt: inDays(0.5), trialUsedAt: inDays(-13) }))).text).toContain("Last day of the trial.");
  });

  it("that is active goes on until it is cancelled, and cannot be ordered again", async () => {
    const { text, buttons } = await panel(states.active);
    expect(text).toContain("Since 10 Nov 2026. It goes on until you cancel it.");
    expect(buttons).toEqual(["Cancel licence"]);
  });

  it("that was cancelled says what is kept; the trial can still be taken by whoever never did", async () => {
    const { text, buttons, links } = await panel(states.cancelled);
    expect(text).toContain("Cancelled on 19 Nov 2026. Syncs have stopped; all settings and records are kept.");
    expect(buttons).toEqual(["Order again", `Try ${String(cashManifest.trialDays)} days`]);
    expect(links).toEqual([]);
  });

  it("whose trial is over has to be ordered: a trial is taken once", async () => {
    const { text, buttons } = await panel(states.lapsed);
    expect(text).toContain("The trial ended on 18 Nov 2026.");
    expect(buttons).toEqual(["Order"]);
  });
});

describe.each(locales)("in %s", (locale) => {
  it.each(Object.entries(states))("%s has every word", async (_state, stored) => {
    expect((await panel(stored, locale)).text).toContain("Cash");
  });
});
