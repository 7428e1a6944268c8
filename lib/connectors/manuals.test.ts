import { describe, expect, it } from "vitest";
import { z } from "zod";
import { vendorManuals } from "@/lib/connectors/manuals";
import { connectors } from "@/lib/connectors/registry";
import { locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

const text = z.string().min(1);
const manualTexts = z.object({
  title: text,
  lead: text,
  sections: z.record(
    z.string(),
    z.strictObject({ title: text, intro: text, steps: z.record(z.string(), text).default({}), entries: z.record(z.string(), z.strictObject({ title: text, text })).default({}) }),
  ),
});
const vendorTexts = z.record(
  z.string(),
  z.strictObject({
    name: text,
    tagline: text,
    login: z.record(z.string(), z.strictObject({ label: text, help: text })),
    imports: z.record(z.string(), text),
    facts: z.record(z.string(), text),
    manual: manualTexts,
  }),
);

describe.each(locales)("the texts of the vendors in %s", (locale) => {
  it("cover the manual, the login and the imports of every vendor, and no more", async () => {
    const texts = vendorTexts.parse((await loadMessages(locale))["vendors"]);
    for (const { manifest, loginSchema } of connectors) {
      const vendor = texts[manifest.id];
      const sections = Object.entries(vendorManuals).find(([id]) => id === manifest.id)?.[1] ?? [];
      expect(Object.keys(vendor?.login ?? {})).toEqual(Object.keys(loginSchema.shape));
      expect(Object.keys(vendor?.imports ?? {})).toEqual(manifest.imports);
      expect(Object.entries(vendor?.manual.sections ?? {}).map(([id, { steps, entries }]) => ({ id, steps: Object.keys(steps), entries: Object.keys(entries) }))).toEqual(sections);
    }
  });

  it("keep the sentence about the API user literally", async () => {
    expect(JSON.stringify((await loadMessages(locale))["vendors"])).toContain("Gegevens API gebruiker niet geldig");
  });
});
