import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { ApiHowTo } from "@/components/api-keys/api-how-to";
import { ApiKeysTable } from "@/components/api-keys/api-keys-table";
import { curlExample } from "@/components/api-keys/curl-example";
import { render, renderedAt } from "@/e2e/support/render";
import type { ApiKeyRow } from "@/lib/api-keys/list-api-keys";
import { postedWorkOrder } from "@/lib/api/posted-work-order";
import { locales, type Locale } from "@/lib/i18n/locales";

const never = () => Promise.resolve({});
const key: ApiKeyRow = { id: "1", name: "Planning app", ending: "x7Qa", createdBy: "Femke Bakker", createdAt: new Date("2026-11-02T10:00:00Z"), lastUsedAt: new Date(renderedAt.getTime() - 240_000), revokedAt: null };
const table = (keys: readonly ApiKeyRow[], locale?: Locale) => render(<ApiKeysTable keys={keys} revoke={never} />, { locale });

describe("the API keys of an account", () => {
  it("show whose they are, when they were last used, and never more than their end", async () => {
    const { text, buttons } = await table([key, { ...key, id: "2", name: "Old app", lastUsedAt: null, revokedAt: renderedAt }]);
    expect(text).toContain("Planning app … x7Qa Femke Bakker made 2 Nov 2026 4 min ago Active");
    expect(text).toContain("Old app … x7Qa Femke Bakker made 2 Nov 2026 Not yet Revoked");
    expect(buttons).toEqual(["Revoke the key Planning app"]);
  });

  it("may be none", async () => {
    expect((await table([])).text).toContain("There is no key yet");
  });

  it.each(locales)("have every word in %s", async (locale) => {
    expect((await table([key], locale)).text).toContain("Planning app");
    expect((await render(<ApiHowTo appUrl="https://outsmart.example" />, { locale })).text).toContain("https://outsmart.example/api/v1/work-orders");
  });
});

describe("the example for the command line", () => {
  it("can be pasted into a shell as it stands, and is a work order that is taken", async () => {
    const example = curlExample("https://outsmart.example/api/v1/work-orders", "osk_key").replace(/^curl/, "printf '%s\\0'");
    const { stdout } = await promisify(execFile)("sh", ["-c", example]);
    const parts = stdout.split("\0");
    expect(parts.slice(0, 5)).toEqual(["https://outsmart.example/api/v1/work-orders", "-H", "Authorization: Bearer osk_key", "-H", "Content-Type: application/json"]);
    expect(postedWorkOrder.parse(JSON.parse(parts[6] ?? ""))).toMatchObject({ number: "W-1001", status: "complete" });
  });
});
