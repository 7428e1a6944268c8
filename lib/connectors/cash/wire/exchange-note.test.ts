import { describe, expect, it } from "vitest";
import { ExchangeNote } from "@/lib/connectors/wire/exchange-note";
import { failureOf, openConversation } from "../testing/conversation";
import { requireReadable } from "./http-status";
import { maskInXml } from "./mask-secrets";

const request = { method: "POST" as const, address: "https://cash.example/soap", headers: {}, body: `<pass>secret</pass>${"é".repeat(20_000)}` };

describe("the note of an exchange", () => {
  it("keeps the beginning of what was sent and came back, and the true sizes", () => {
    const { context, exchanges } = openConversation();
    const note = new ExchangeNote(context, "export", request, maskInXml(["secret"]));
    note.takeStatus(200);
    note.takePiece(Buffer.from("<token>abc"));
    for (let index = 0; index < 100; index += 1) note.takePiece(Buffer.alloc(1000, "x"));
    note.close("answered");
    expect(exchanges).toHaveLength(1);
    const [exchange] = exchanges;
    expect(exchange).toMatchObject({ operation: "export", method: "POST", address: request.address, status: 200, outcome: "answered", requestSize: 40_019, answerSize: 100_010 });
    expect(exchange?.request).toMatch(/^<pass>•••<\/pass>é+$/);
    expect(exchange?.request.length).toBeLessThanOrEqual(8192);
    expect(exchange?.answer).toMatch(/^<token>•••/);
    expect(exchange?.answer.length).toBeLessThanOrEqual(8192);
  });

  it.each([8_180, 8_185, 8_191, 8_192, 8_193, 8_200])("tells nothing of a secret that stands where the text is cut, at %i", (place) => {
    const secret = "geheim & é-4711";
    for (const written of [secret, "geheim &amp; é-4711"]) {
      const { context, exchanges } = openConversation();
      const body = `${written} ${"x".repeat(place - written.length - 1)}${written}${"y".repeat(9_000)}`;
      const note = new ExchangeNote(context, "export", { ...request, body }, maskInXml([secret]));
      for (const piece of Buffer.from(body).toString("latin1").match(/[^]{1,100}/g) ?? []) note.takePiece(Buffer.from(piece, "latin1"));
      note.close("answered");
      const { request: sent = "", answer = "" } = exchanges[0] ?? {};
      for (const text of [sent, answer]) {
        expect(text).toMatch(/^••• x+(•••)?y*$/);
        expect(text.length).toBeGreaterThan(8_000);
        expect(text.length).toBeLessThanOrEqual(8192);
      }
    }
  });

  it("is handed over once, with the outcome that came first", () => {
    const { context, exchanges } = openConversation();
    const note = new ExchangeNote(context, "export", request, maskInXml([]));
    note.close("failed");
    note.close("answered");
    expect(exchanges.map(({ outcome, status }) => [outcome, status])).toEqual([["failed", null]]);
  });
});

describe("an HTTP status", () => {
  const now = new Date("2026-11-20T09:00:00Z");
  const nothing = async function* (): AsyncGenerator<string> {
    yield await Promise.resolve("body");
  };
  const read = (status: number, headers: Record<string, string> = {}) => requireReadable({ status, headers, pieces: (async function* () {})() }, nothing(), now);

  it("of an answer or a SOAP fault lets its body be read", async () => {
    expect([await read(200), await read(202), await read(500)]).toEqual([false, false, true]);
  });

  it.each([
    [301, "vendor_error"],
    [401, "vendor_error"],
    [403, "vendor_error"],
    [404, "vendor_operation_missing"],
    [410, "vendor_operation_missing"],
    [429, "vendor_rate_limited"],
    [502, "vendor_error"],
    [503, "vendor_error"],
  ])("%i is %s", async (status, code) => {
    expect(await failureOf(read(status, { location: "https://elsewhere.example" }))).toMatchObject({ code, detail: { status } });
  });

  it.each([
    ["7", 7000],
    ["Fri, 20 Nov 2026 09:00:30 GMT", 30_000],
    ["Fri, 20 Nov 2026 08:00:00 GMT", 60_000],
    ["soon", 60_000],
  ])("429 with Retry-After %s waits %i ms", async (header, milliseconds) => {
    expect((await failureOf(read(429, { "retry-after": header }))).retryAfterMs).toBe(milliseconds);
  });
});
