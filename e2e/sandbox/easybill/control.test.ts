import { appendFile, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startEasybillSandbox, type EasybillSandbox } from "./start";
import { speak } from "./testing/wire";

let sandbox: EasybillSandbox;
beforeAll(async () => {
  sandbox = await startEasybillSandbox({ customers: 8, positions: 8 });
});
afterEach(() => sandbox.reset("data"));
afterAll(() => sandbox.stop());

const post = (address: string, body: string, contentType = "application/json") =>
  fetch(`${sandbox.url}/_control${address}`, { method: "POST", headers: { "Content-Type": contentType }, body });

describe("the switches", () => {
  it("leave the others alone when one is changed, and go back with a reset", async () => {
    await sandbox.changeProtocol({ sendsNulls: true });
    expect((await sandbox.changeProtocol({ sendsRetryAfter: true })).protocol).toMatchObject({ sendsNulls: true, sendsRetryAfter: true });
    await sandbox.setFaults([{ kind: "nonsense" }]);
    await sandbox.setClockSpeed(5);
    expect(await sandbox.reset()).toMatchObject({ faults: [], protocol: { sendsNulls: false }, clock: { speed: 1 } });
  });

  it("refuse what they do not know, and take JSON only, so that a page of another site cannot turn them", async () => {
    expect((await post("", JSON.stringify({ faults: [{ kind: "slow" }] }))).status).toBe(400);
    expect((await post("", JSON.stringify({ fault: [] }))).status).toBe(400);
    expect((await post("", "{}", "text/plain")).status).toBe(415);
    expect((await post("", "{")).status).toBe(400);
    expect((await fetch(`${sandbox.url}/_control`, { method: "DELETE" })).status).toBe(405);
    expect((await fetch(`${sandbox.url}/_control/elsewhere`)).status).toBe(404);
    expect((await sandbox.status()).faults).toEqual([]);
  });
});

describe("what a person does", () => {
  it("changes a customer's fields and nothing else of it", async () => {
    const [before] = await sandbox.customers();
    await sandbox.act([{ act: "change", table: "customers", id: before?.id ?? 0, fields: { phone_1: "112" } }]);
    expect((await sandbox.customers())[0]).toEqual({ ...before, phone_1: "112", updated_at: expect.any(String) });
  });

  it("can be what no rule allows, when it is done raw", async () => {
    const [customer] = await sandbox.customers("plus");
    const id = customer?.id ?? 0;
    await sandbox.act([{ act: "change", table: "customers", id, fields: { number: "", company_name: null, last_name: null, updated_at: undefined }, raw: true }], { company: "plus" });
    expect((await sandbox.customers("plus"))[0]).toMatchObject({ number: "", company_name: null });
    await expect(sandbox.act([{ act: "change", table: "customers", id: 5, fields: {}, raw: true }])).rejects.toThrow("customers not found");
  });

  it("makes, finishes, pays and cancels an invoice, and deletes a draft", async () => {
    const fields = { items: [{ single_price_net: 1000, vat_percent: 19 }] };
    const [first = 0, second = 0] = await sandbox.act([{ act: "create", table: "documents", fields }, { act: "create", table: "documents", fields }]);
    await expect(sandbox.act([{ act: "pay", id: first }])).rejects.toThrow("A draft cannot be paid");
    await sandbox.act([{ act: "finish", id: first }, { act: "pay", id: first, amount: 190, date: "2026-05-05" }, { act: "pay", id: first, date: "2026-05-06" }, { act: "remove", table: "documents", id: second }]);
    const [cancellation] = await sandbox.act([{ act: "cancel", id: first }]);
    const documents = await sandbox.documents();
    expect(documents.map(({ id }) => id)).toEqual([first, cancellation]);
    expect(documents).toMatchObject([{ paid_amount: 1190, paid_at: "2026-05-06", cancel_id: cancellation }, { type: "STORNO", amount: -1190 }]);
    expect((await sandbox.payments()).map(({ amount }) => amount)).toEqual([190, 1000]);
    await expect(sandbox.act([{ act: "remove", table: "documents", id: first }])).rejects.toThrow("cannot be deleted");
  });

  it("counts against no limit and meets no fault", async () => {
    await sandbox.setFaults([{ kind: "unauthorized" }]);
    await sandbox.act(Array.from({ length: 70 }, () => ({ act: "create", table: "positions", fields: { number: "x", description: "x", sale_price: 1 } }) as const));
    expect((await sandbox.status()).companies[0]?.used).toBe(0);
    expect(await sandbox.positions()).toHaveLength(78);
  });
});

describe("after a restart", () => {
  let dataFolder: string;
  beforeAll(async () => {
    dataFolder = await mkdtemp(path.join(os.tmpdir(), "easybill-sandbox-"));
  });
  afterAll(() => rm(dataFolder, { recursive: true, force: true }));

  it("records, attachments, keys and the clock are as they were, and half a line had not happened", async () => {
    const first = await startEasybillSandbox({ customers: 8, dataFolder });
    await first.act([{ act: "remove", table: "customers", id: (await first.customers())[0]?.id ?? 0 }, { act: "create", table: "documents", fields: { title: "T" } }]);
    await speak(first.apiUrl).upload("a.pdf", Buffer.from([0, 255, 1]));
    const key = await first.renewKey();
    await first.revokeKey("plus");
    await first.advanceClock({ days: 10 });
    const before = [await first.customers(), await first.documents(), await first.attachments()];
    await first.stop();
    await appendFile(path.join(dataFolder, "easybill-sandbox.ndjson"), '{"company":"business","changes":[{"table":"cust');

    const second = await startEasybillSandbox({ customers: 8, dataFolder });
    try {
      expect([await second.customers(), await second.documents(), await second.attachments()]).toEqual(before);
      const { companies, clock } = await second.status();
      expect(companies).toMatchObject([{ apiKey: key, isKeyRevoked: false }, { isKeyRevoked: true }]);
      expect(clock.aheadMilliseconds).toBeGreaterThanOrEqual(864_000_000);
      await second.reset("data");
      expect(await second.customers()).toHaveLength(8);
      expect((await second.status()).companies[0]?.apiKey).toBe(second.keys.business);
    } finally {
      await second.stop();
    }
  });
});
