import { describe, expect, it } from "vitest";
import { vendorFailureKinds } from "@/lib/connectors/vendor-failure";
import { locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { flattenMessages } from "@/lib/i18n/test-support/message-shape";

describe("a sync that failed", () => {
  it.each(locales)("says in %s why, whatever a vendor answered", async (locale) => {
    const sentences = flattenMessages((await loadMessages(locale))["log"]);
    for (const key of ["sync.failed", "import.failed"]) {
      const sentence = sentences.get(key) ?? "";
      expect([key, ...Object.keys(vendorFailureKinds).filter((code) => !sentence.includes(` ${code} {`))]).toEqual([key]);
    }
  });
});
