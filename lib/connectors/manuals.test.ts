import { describe, expect, it } from "vitest";
import { z } from "zod";
import { vendorManuals } from "@/lib/connectors/manuals";
import { connectors } from "@/lib/connectors/registry";
import { exportFields } from "@/lib/connectors/schemas";
import { describeFields } from "@/lib/forms/form-fields";
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
const loginTexts = z.record(z.string(), z.strictObject({ label: text, help: text, options: z.record(z.string(), text).default({}), optionHelp: z.record(z.string(), text).default({}) }));
const vendorTexts = z.record(
  z.string(),
  z.strictObject({
    name: text,
    tagline: text,
    document: text.optional(),
    login: z.looseObject({ lead: text }),
    imports: z.record(z.string(), text),
    exports: z.looseObject({ description: text }),
    facts: z.record(z.string(), text),
    manual: manualTexts,
  }),
);

const optionTexts = z.strictObject({ label: text, help: text.optional(), none: text.optional(), disabled: text.optional(), options: z.record(z.string(), text).default({}), words: z.record(z.string(), text).default({}) });

describe.each(locales)("the texts of the vendors in %s", (locale) => {
  it("cover the manual, the login and the imports of every vendor, and no more", async () => {
    const texts = vendorTexts.parse((await loadMessages(locale))["vendors"]);
    for (const { manifest, loginSchema } of connectors) {
      const vendor = texts[manifest.id];
      const sections = Object.entries(vendorManuals).find(([id]) => id === manifest.id)?.[1] ?? [];
      const { lead: _, ...fields } = vendor?.login ?? { lead: "" };
      const login = loginTexts.parse(fields);
      expect(Object.keys(login)).toEqual(Object.keys(loginSchema.shape));
      for (const field of describeFields(loginSchema)) {
        const fixed = "options" in field && typeof field.options !== "string" ? field.options : [];
        expect(Object.keys(login[field.name]?.options ?? {}), field.name).toEqual(fixed);
        expect(Object.keys(login[field.name]?.optionHelp ?? {}), field.name).toEqual(fixed);
      }
      expect(Object.keys(vendor?.imports ?? {})).toEqual(manifest.imports);
      expect(Object.entries(vendor?.manual.sections ?? {}).map(([id, { steps, entries }]) => ({ id, steps: Object.keys(steps), entries: Object.keys(entries) }))).toEqual(sections);
    }
  });

  it("name every export option, what can be chosen, and what it does", async () => {
    const { vendors } = await loadMessages(locale);
    for (const { manifest } of connectors) {
      const fields = exportFields(manifest.id);
      const { description: _, group, ...options }: Record<string, unknown> = vendorTexts.parse(vendors)[manifest.id]?.exports ?? {};
      expect(Object.keys(options)).toEqual(fields.map(({ name }) => name));
      expect(new Set(Object.keys(z.record(z.string(), z.string()).parse(group)))).toEqual(new Set(fields.flatMap(({ group: name }) => name ?? [])));
      for (const field of fields) {
        const texts = optionTexts.parse(options[field.name]);
        const fixed = "options" in field && typeof field.options !== "string" ? field.options : [];
        expect(Object.keys(texts.options).sort(), field.name).toEqual([...fixed].sort());
        // How many are waiting, failed and done stands below the main switch.
        expect(texts.help !== undefined || field.name === "isOn", field.name).toBe(true);
      }
    }
  });

  it("keep the sentence about the API user literally", async () => {
    expect(JSON.stringify((await loadMessages(locale))["vendors"])).toContain("Gegevens API gebruiker niet geldig");
  });
});
