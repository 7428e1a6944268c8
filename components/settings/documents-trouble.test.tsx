import { describe, expect, it } from "vitest";
import { DocumentsTrouble } from "@/components/settings/documents-trouble";
import { render } from "@/e2e/support/render";
import { locales } from "@/lib/i18n/locales";

const error = { code: "vendor_unreachable", params: { vendor: "EasyBill" } } as const;
const since = "2026-11-20T07:30:00.000Z";

describe("that nobody knows how invoices stand", () => {
  it("is said with since when, why, and what happens next; alarming only where somebody is needed", async () => {
    const passing = await render(<DocumentsTrouble vendorName="EasyBill" documents={{ error, since, isPassing: true }} />);
    expect(passing.text).toMatch(/What becomes of exported invoices in EasyBill is not known at the moment.*It first failed.*tried every 15 minutes.*EasyBill cannot be reached/);
    expect(passing.html).not.toContain('role="alert"');
    expect((await render(<DocumentsTrouble vendorName="EasyBill" documents={{ error: { code: "missing_rights", params: { vendor: "EasyBill" } }, since, isPassing: false }} />)).html).toContain('role="alert"');
  });

  it("is not said while they are known", async () => {
    expect((await render(<DocumentsTrouble vendorName="EasyBill" documents={null} />)).text).toBe("");
  });

  it.each(locales)("has every word in %s", async (locale) => {
    const { text } = await render(<DocumentsTrouble vendorName="EasyBill" documents={{ error, since, isPassing: true }} />, { locale });
    expect(text).toContain("EasyBill");
    expect(text).not.toMatch(/settings\.|errors\./);
  });
});
