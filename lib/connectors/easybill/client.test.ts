import { createServer } from "node:http";
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { EasybillSandbox } from "@/e2e/sandbox/easybill/start";
import { failureOf } from "@/lib/connectors/testing/conversation";
import { EasybillClient, type EasybillRequest } from "./client";
import { createEasybillConnector } from "./connector";
import { EasybillRefusal } from "./failures";
import { converse, startPlainSandbox } from "./testing/passes";

let sandbox: EasybillSandbox;
beforeAll(async () => {
  sandbox = await startPlainSandbox({ customers: 5, positions: 5 });
});
afterEach(() => sandbox.reset("switches"));
afterAll(() => sandbox.stop());

const connector = () => createEasybillConnector(() => ({ apiUrl: sandbox.apiUrl }));
const identified = z.looseObject({ id: z.int() });
const create: EasybillRequest<{ id: number }> = { operation: "create customer", method: "POST", path: "/customers", body: { json: { company_name: "Neu", last_name: null } }, answer: identified };
const clientAt = (apiUrl: string, options: Parameters<typeof converse>[1] = {}) => {
  const conversation = converse(sandbox, options);
  return { ...conversation, client: new EasybillClient(conversation.context, { apiUrl }) };
};

describe("a key", () => {
  it("that is right shows EasyBill's administrator, and no administrations", async () => {
    expect(await connector().verify(converse(sandbox).context)).toEqual({ administrations: [], person: { name: expect.stringMatching(/\S+ \S+/), email: expect.stringContaining("@") } });
  });

  it.each(["wrong", "x".repeat(200), ""])("that is wrong is refused with a sentence of its own: %.10s", async (apiKey) => {
    expect(await failureOf(connector().verify(converse(sandbox, { apiKey }).context))).toMatchObject({ code: "key_refused", kind: "config", params: { vendor: "EasyBill" } });
  });

  it("that is revoked later has expired, and a new one works", async () => {
    const read = (apiKey: string) => clientAt(sandbox.apiUrl, { apiKey }).client.request({ operation: "get customer", method: "GET", path: "/customers/1", answer: identified });
    await sandbox.revokeKey("plus");
    expect(await failureOf(read(sandbox.keys.plus))).toMatchObject({ code: "authentication_expired", kind: "config" });
    expect(await failureOf(read(await sandbox.renewKey("plus")))).toBeInstanceOf(EasybillRefusal);
  });

  it("stands in no note for the log, wherever it turns up", async () => {
    const { client, exchanges, budget } = clientAt(sandbox.apiUrl);
    const key = sandbox.keys.business;
    await client.request({ ...create, body: { json: { company_name: `Neu ${key}`, last_name: null, note: "secret/with \"marks\"" } }, secrets: ["secret/with \"marks\""] });
    expect(exchanges).toHaveLength(1);
    expect(budget.taken).toBe(1);
    expect(exchanges[0]).toMatchObject({ operation: "create customer", method: "POST", status: 201, outcome: "answered" });
    expect(exchanges[0]?.request).toContain("•••");
    expect(JSON.stringify(exchanges)).not.toContain(key);
    expect(JSON.stringify(exchanges)).not.toContain("secret");
  });
});

describe("what EasyBill answers", () => {
  it.each([
    [{ kind: "rateLimited" }, "vendor_rate_limited", 60_000],
    [{ kind: "rateLimited", retryAfterSeconds: 7 }, "vendor_rate_limited", 7_000],
    [{ kind: "serverError", status: 500 }, "vendor_error", undefined],
    [{ kind: "serverError", status: 503 }, "vendor_error", undefined],
    [{ kind: "nonsense" }, "vendor_nonsense", undefined],
    [{ kind: "brokenJson" }, "vendor_nonsense", undefined],
    [{ kind: "reset" }, "vendor_unreachable", undefined],
    [{ kind: "refused", status: 403 }, "missing_rights", undefined],
  ] as const)("%j is one clear error", async (fault, code, retryAfterMs) => {
    await sandbox.setFaults([fault]);
    const error = await failureOf(connector().verify(converse(sandbox).context));
    expect(error).toMatchObject({ code, params: { vendor: "EasyBill" } });
    expect(error.retryAfterMs).toBe(retryAfterMs);
  });

  it("that never comes is slow", async () => {
    await sandbox.setFaults([{ kind: "timeout" }]);
    const timing = { vendorAnswerTimeout: 300 };
    expect((await failureOf(connector().verify(converse(sandbox, { timing }).context))).code).toBe("vendor_slow");
  });
});

describe("a request that writes", () => {
  it.each([
    ["answered", []],
    ["refused", [{ kind: "refused", status: 400, message: "Kundennummer vergeben" }]],
    ["refused", [{ kind: "refused", status: 409 }]],
    ["notSent", [{ kind: "unauthorized" }]],
    ["notSent", [{ kind: "rateLimited" }]],
    ["uncertain", [{ kind: "serverError", when: "afterCommit" }]],
    ["uncertain", [{ kind: "reset", when: "beforeCommit" }]],
    ["uncertain", [{ kind: "nonsense" }]],
    ["uncertain", [{ kind: "refused", status: 408 }]],
  ] as const)("is %s after %j", async (outcome, faults) => {
    await sandbox.setFaults([...faults]);
    const { client } = clientAt(sandbox.apiUrl);
    const result = await client.send(create);
    expect(result.outcome).toBe(outcome);
    if (result.outcome === "uncertain") expect(result.error.kind).toBe("uncertain");
    if (result.outcome === "refused") expect(result.error.text).toContain("message");
  });

  it("was certainly not sent where nobody listens, or when it is stopped before", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    server.close();
    await once(server, "close");
    expect(await clientAt(`http://127.0.0.1:${port}/rest/v1`).client.send(create)).toMatchObject({ outcome: "notSent", error: { code: "vendor_unreachable" } });
    const { client, abort } = clientAt(sandbox.apiUrl);
    abort.abort(new Error("stopped"));
    expect(await client.send(create)).toMatchObject({ outcome: "notSent", error: { code: "vendor_unreachable" } });
  });

  it("is uncertain when it is stopped while EasyBill works on it", async () => {
    await sandbox.setFaults([{ kind: "timeout", when: "afterCommit" }]);
    const { client, abort } = clientAt(sandbox.apiUrl);
    const before = (await sandbox.customers()).length;
    const sending = client.send(create);
    await expect.poll(async () => (await sandbox.customers()).length, { timeout: 20_000 }).toBe(before + 1);
    abort.abort(new Error("stopped"));
    expect(await sending).toMatchObject({ outcome: "uncertain", error: { code: "vendor_slow", kind: "uncertain" } });
  });

  it("carries a file as EasyBill takes it, and the log keeps its size alone", async () => {
    const { client, exchanges } = clientAt(sandbox.apiUrl);
    const content = new TextEncoder().encode("%PDF-1.7 größer");
    const { id } = await client.request({ operation: "create attachment", method: "POST", path: "/attachments", body: { file: { name: "Auftrag 2026.1.pdf", content, type: "application/pdf" } }, answer: identified });
    const kept = (await sandbox.attachments()).find((one) => one.id === id);
    expect(Buffer.from(kept?.content_base64 ?? "", "base64").equals(Buffer.from(content))).toBe(true);
    expect(kept?.file_name).toBe("Auftrag 2026.1.pdf");
    expect(exchanges[0]?.request).toMatch(/^\(\d+ bytes\)$/);
  });
});
