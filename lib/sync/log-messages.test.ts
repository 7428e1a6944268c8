import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { recordKinds } from "@/lib/connectors/record-kinds";
import { skipReasons } from "@/lib/connectors/skip-reasons";
import { errorCodes } from "@/lib/errors";
import { locales, regionalLocales, type Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

/** Sentences as the log page shows them; a missing key or parameter throws. */
async function translatorOf(locale: Locale) {
  const messages: Record<string, unknown> = await loadMessages(locale);
  return (key: string, params: Record<string, string | number> = {}) => {
    const text = z.string().parse(key.split(".").reduce<unknown>((node, part) => z.record(z.string(), z.unknown()).parse(node)[part], messages));
    const onError = (error: Error) => {
      throw error;
    };
    return createTranslator({ locale: regionalLocales[locale], messages: { text }, onError })("text", params);
  };
}

const counts = { read: 1200, created: 1, changed: 2, unchanged: 3, skipped: 4, deactivated: 5, failed: 6 };

describe.each(locales)("in %s", (locale) => {
  test("every end of a sync has a sentence, with its reason", async () => {
    const say = await translatorOf(locale);
    for (const end of ["running", "succeeded", "unchanged", "partial", "partialImports", "failed", "stopped", "cancelled"]) {
      for (const trigger of ["automatic", "first", "nightly", "manual"]) {
        const sentences = new Set(errorCodes.map((code) => say(`log.sync.${end}`, { trigger, vendor: "Cash", code, broken: 2, ...counts })));
        expect(sentences.size).toBe(end === "failed" ? 17 : 1);
        for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]/);
      }
    }
  });

  test("every record that is not imported has a sentence that names it and why", async () => {
    const say = await translatorOf(locale);
    const reasons = Object.keys(skipReasons);
    const sentences = reasons.map((reason) => say("log.record.skipped", { kind: "relations", key: "10023", reason, label: "", field: "none", value: "none" }));
    expect(new Set(sentences).size).toBe(reasons.length);
    for (const sentence of sentences) expect(sentence).toContain("10023");
    expect(say("log.record.skipped", { kind: "materials", key: "M1", reason: "unknownType", label: "", field: "type", value: "Q" })).toContain("Q");
  });

  test("every kind of record, reason, state and field has its name", async () => {
    const say = await translatorOf(locale);
    for (const kind of recordKinds) {
      expect(say(`sync.kind.${kind}`)).not.toBe("");
      for (const key of ["sync.guard", "sync.emptied", "import.finished", "import.failed", "import.read", "record.more"]) {
        expect(say(`log.${key}`, { kind, code: "vendor_slow", vendor: "Cash", tries: 2, requests: 2, wouldGo: 30, of: 100, count: 12, ...counts })).not.toMatch(/[{}]/);
      }
    }
    for (const reason of [...Object.keys(skipReasons), "gone", "otherAdministration"]) expect(say(`sync.reason.${reason}`)).not.toBe("");
  });
});
