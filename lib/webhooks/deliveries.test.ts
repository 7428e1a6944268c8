import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createReportingVendor, idAt, importedCustomers, type TestWebhooks } from "@/lib/webhooks/fixtures/test-webhooks";
import { processAgain } from "@/lib/webhooks/process-again";
import { pruneDeliveries } from "@/lib/webhooks/prune-deliveries";

let it: TestWebhooks;
let customers: number[] = [];
beforeEach(async () => {
  it = await createReportingVendor();
  customers = await importedCustomers(it);
  await it.sandbox.reset("switches");
});
afterEach(() => it.close());

const customer = (index = 0) => customers[index] ?? 0;
const move = (city: string, id = customer()) => it.sandbox.act([{ act: "change", table: "customers", id, fields: { city } }]);
/** Everything that is on its way has arrived. */
const arrived = () => it.sandbox.untilDelivered();
async function cityOf(id = customer()) {
  const link = await it.db.prisma.externalLink.findFirstOrThrow({ where: { kind: "relations", externalId: String(id) } });
  return (await it.db.prisma.relation.findUniqueOrThrow({ where: { id: link.localId } })).city;
}
const states = async () => (await it.deliveries()).map(({ state }) => state);

describe("a change that the vendor reports", () => {
  test("is answered at once, fetched again by its id, written like an import, and stands in the log", async () => {
    await move("Kaarst");
    const [sent] = await arrived();
    expect(sent).toMatchObject({ status: 204 });
    expect(await it.deliveries()).toMatchObject([{ event: "customer.update", state: "waiting", isSigned: true }]);
    expect(it.announced).toEqual([it.connectionId]);
    await it.process();
    expect(await cityOf()).toBe("Kaarst");
    const [{ runId } = { runId: null }] = await it.deliveries();
    expect(await it.db.prisma.syncRun.findUnique({ where: { id: runId ?? "" } })).toMatchObject({ trigger: "webhook", state: "succeeded" });
    expect(await it.log("webhook.processed")).toMatchObject([
      { level: "success", parentId: runId, kind: "relations", recordKey: String(customer()), params: { vendor: "EasyBill", kind: "relations", key: String(customer()), changed: 1, deliveries: 1 } },
    ]);
  });

  test("twice, late, out of order, or with only its id, ends with what stands at the vendor", async () => {
    await it.sandbox.setFaults([{ kind: "webhookTwice", times: 2 }, { kind: "webhookReversed", count: 3, patienceMilliseconds: 500, skip: 2 }]);
    await it.sandbox.changeProtocol({ webhookBody: "id", signatureHeader: "X-Hub-Signature" });
    for (const city of ["Aachen", "Bonn", "Celle", "Düren", "Essen"]) await move(city);
    await expect.poll(async () => (await it.deliveries()).length, { timeout: 20_000 }).toBe(7);
    await it.process();
    expect(await cityOf()).toBe("Essen");
    expect(new Set(await states())).toEqual(new Set(["processed"]));
    await it.sandbox.setFaults([{ kind: "webhookLate", milliseconds: 300 }]);
    await move("Fulda");
    await expect.poll(async () => (await it.deliveries()).length, { timeout: 20_000 }).toBe(8);
    await it.process();
    expect(await cityOf()).toBe("Fulda");
  });

  test("that is lost comes with the next sync", async () => {
    await it.sandbox.setFaults([{ kind: "webhookLost" }]);
    await move("Goslar");
    await arrived();
    expect(await it.deliveries()).toEqual([]);
    await it.sync();
    expect(await cityOf()).toBe("Goslar");
  });

  test("of a record that is gone deactivates it; of a position that became another kind moves it", async () => {
    const positionId = await idAt(it.sandbox, "positions", 0);
    const kind = (await it.db.prisma.externalLink.findFirstOrThrow({ where: { externalId: String(positionId), kind: { in: ["materials", "hourTypes"] } } })).kind;
    await it.sandbox.act([{ act: "remove", table: "customers", id: customer(3) }, { act: "change", table: "positions", id: positionId, fields: { type: kind === "materials" ? "SERVICE" : "PRODUCT" } }]);
    await arrived();
    await it.process();
    const link = await it.db.prisma.externalLink.findFirstOrThrow({ where: { kind: "relations", externalId: String(customer(3)) } });
    expect(await it.db.prisma.relation.findUnique({ where: { id: link.localId } })).toMatchObject({ active: false, inactiveReason: "gone" });
    const [material, hourType] = await Promise.all([it.db.prisma.material.count({ where: { active: true } }), it.db.prisma.hourType.count({ where: { active: true } })]);
    const other = await it.db.prisma.externalLink.findMany({ where: { externalId: String(positionId), kind: { in: ["materials", "hourTypes"] } } });
    expect(other.map((one) => one.kind).toSorted()).toEqual(["hourTypes", "materials"]);
    expect(material + hourType).toBeGreaterThan(0);
  });

  test("of a contact person is fetched under the relation it is known by; one that is new says that it waits for the sync", async () => {
    await it.switchOn(["relations", "contacts"]);
    await it.sync();
    const [known] = await it.db.prisma.externalLink.findMany({ where: { kind: "contacts" }, take: 1, orderBy: { externalId: "asc" } });
    await it.sandbox.act([{ act: "change", table: "contacts", id: Number(known?.externalId), fields: { last_name: "Umbenannt" } }, { act: "create", table: "contacts", customerId: customer(), fields: { last_name: "Neu", city: "Kaarst", street: "Weg 1" } }]);
    await arrived();
    await it.process();
    expect(await it.db.prisma.contact.findUnique({ where: { id: known?.localId ?? "" } })).toMatchObject({ name: expect.stringContaining("Umbenannt") });
    expect((await it.log()).map(({ operation }) => operation)).toEqual(expect.arrayContaining(["webhook.processed", "webhook.withoutParent"]));
  });

  test("of an import that is switched off costs no request and writes nothing", async () => {
    await it.switchOn(["materials"]);
    const before = await cityOf();
    await move("Husum");
    await arrived();
    await it.process();
    expect([await states(), await it.fetches(), await cityOf()]).toEqual([["ignored"], 0, before]);
    expect(await it.log("webhook.switchedOff")).toHaveLength(1);
  });

  test("that changes nothing here leaves no run", async () => {
    const runs = await it.db.prisma.syncRun.count();
    await it.sandbox.act([{ act: "change", table: "customers", id: customer(), fields: { note: "nur dort" } }]);
    await arrived();
    await it.process();
    expect([await states(), await it.db.prisma.syncRun.count()]).toEqual([["processed"], runs]);
    expect(await it.log("webhook.processed")).toMatchObject([{ level: "info", parentId: null, params: { changed: 0 } }]);
  });
});

describe("a burst", () => {
  test("of two hundred deliveries about twenty records is fetched at most forty times, however quick the job is", async () => {
    it.clock.standsAt = Date.now();
    let working = Promise.resolve();
    let isAsked = false;
    const { handle } = it.door;
    it.door.handle = async (request, context) => {
      const response = await handle(request, context);
      // As the job does: one at a time, and once more for what came meanwhile.
      if (!isAsked) {
        isAsked = true;
        working = working.then(() => {
          isAsked = false;
          return it.process();
        });
      }
      return response;
    };
    const acts = Array.from({ length: 200 }, (_, index) => ({ act: "change" as const, table: "customers" as const, id: customer(index % 20), fields: { city: `Stadt ${index}` } }));
    await it.sandbox.act(acts);
    await arrived();
    await working;
    expect(await it.fetches()).toBeLessThanOrEqual(20);
    it.clock.standsAt = null;
    await it.process();
    expect(await it.fetches()).toBeGreaterThanOrEqual(20);
    expect(await it.fetches()).toBeLessThanOrEqual(40);
    expect(await it.db.prisma.webhookDelivery.groupBy({ by: ["state"], _count: true })).toEqual([{ state: "processed", _count: 200 }]);
    for (let index = 0; index < 20; index += 1) expect(await cityOf(customer(index))).toBe(`Stadt ${180 + index}`);
  }, 180_000);
});

describe("when something is in the way", () => {
  test("a limit that is reached is waited out, and all deliveries of the connection with it", async () => {
    await it.sandbox.setFaults([{ kind: "rateLimited", retryAfterSeconds: 30, times: 1 }]);
    await move("Ilsede");
    await move("Jena", customer(1));
    await arrived();
    await it.process();
    expect(await states()).toEqual(["waiting", "waiting"]);
    expect(await it.waiting()).toEqual([]);
    it.clock.ahead += 31_000;
    expect(await it.waiting()).toEqual([it.connectionId]);
    await it.process();
    expect([await cityOf(), await cityOf(customer(1))]).toEqual(["Ilsede", "Jena"]);
  });

  test("a vendor that is down keeps them waiting, however long", async () => {
    await it.sandbox.setFaults([{ kind: "reset", when: "beforeCommit" }]);
    await move("Kiel");
    await arrived();
    for (let tries = 0; tries < 8; tries += 1) {
      await it.process();
      it.clock.ahead += 61 * 60_000;
    }
    expect(await states()).toEqual(["waiting"]);
    await it.sandbox.setFaults([]);
    await it.process();
    expect(await cityOf()).toBe("Kiel");
  });

  test("a revoked key makes the connection wait for a person, and a new one goes on with what was told meanwhile", async () => {
    await move("Lübeck");
    await arrived();
    await it.sandbox.revokeKey("business");
    await it.process();
    expect(await it.db.prisma.connection.findUnique({ where: { id: it.connectionId } })).toMatchObject({ state: "action_required", stateReason: "authentication_expired" });
    expect([await states(), await it.waiting()]).toEqual([["waiting"], []]);
    await it.login(await it.sandbox.renewKey("business"));
    await it.process();
    expect(await cityOf()).toBe("Lübeck");
  });

  test.each([
    ["is paused", { pausedAt: new Date() }, { pausedAt: null }],
    ["needs a person", { state: "action_required" }, { state: "connected" }],
  ] as const)("a connection that %s keeps its deliveries until it goes on", async (_, halt, resume) => {
    await it.db.prisma.connection.update({ where: { id: it.connectionId }, data: halt });
    await move("Mainz");
    await arrived();
    await it.process();
    expect([await states(), await it.waiting()]).toEqual([["waiting"], []]);
    await it.db.prisma.connection.update({ where: { id: it.connectionId }, data: resume });
    expect(await it.waiting()).toEqual([it.connectionId]);
    await it.process();
    expect(await cityOf()).toBe("Mainz");
  });

  test("a licence that has lapsed keeps them too", async () => {
    await it.db.prisma.licence.updateMany({ data: { state: "trial", endsAt: new Date(0) } });
    await move("Neuss");
    await arrived();
    await it.process();
    expect([await states(), await it.waiting()]).toEqual([["waiting"], []]);
  });

  test("what the vendor refuses is given up after a few tries, the others are not; a person has it processed again", async () => {
    await it.sandbox.setFaults([{ kind: "refused", status: 422, message: "Nein", only: { contains: `/customers/${customer()}` } }]);
    await move("Olpe");
    await move("Peine", customer(1));
    await arrived();
    for (let tries = 0; tries < 6; tries += 1) {
      await it.process();
      it.clock.ahead += 16 * 60_000;
    }
    expect([await states(), await cityOf(customer(1))]).toEqual([["failed", "processed"], "Peine"]);
    const [failed] = await it.log("webhook.failed");
    expect(failed).toMatchObject({ level: "error", remedy: "processAgain", recordKey: String(customer()), detail: { error: { code: "vendor_error" } } });
    await it.sandbox.setFaults([]);
    const request = { accountId: it.actor.accountId, entryId: failed?.id ?? "" };
    await expect(processAgain(it.db, { ...request, accountId: it.connectionId })).rejects.toMatchObject({ code: "record_not_found" });
    expect(await processAgain(it.db, request)).toEqual({ connectionId: it.connectionId, vendor: "easybill", event: "customer.update" });
    await it.process();
    expect([await states(), await cityOf()]).toEqual([["processed", "processed"], "Olpe"]);
  });

  test("a worker that is killed in the middle leaves nothing undone and nothing twice", async () => {
    const acts = Array.from({ length: 12 }, (_, index) => ({ act: "change" as const, table: "customers" as const, id: customer(index), fields: { city: `Ort ${index}` } }));
    await it.sandbox.act(acts);
    await arrived();
    await it.sandbox.setFaults([{ kind: "slow", milliseconds: 150 }]);
    const { current } = it.engine.keyRing;
    const worker = spawn(process.execPath, ["--import", "tsx", "lib/webhooks/fixtures/worker-process.ts", it.databaseUrl, it.connectionId, current.key.toString("base64"), it.sandbox.apiUrl], { stdio: "inherit" });
    await expect.poll(async () => (await states()).filter((state) => state === "processed").length, { timeout: 60_000, interval: 10 }).toBeGreaterThanOrEqual(3);
    const ended = once(worker, "exit");
    worker.kill("SIGKILL");
    await ended;
    expect(await states()).toContain("waiting");
    await it.sandbox.setFaults([]);
    await it.process();
    expect(new Set(await states())).toEqual(new Set(["processed"]));
    for (let index = 0; index < 12; index += 1) expect(await cityOf(customer(index))).toBe(`Ort ${index}`);
    expect((await it.log("webhook.processed")).length).toBe(12);
  });
});

describe("in time", () => {
  test("deliveries go after thirty days; failed ones without their text after ninety", async () => {
    await move("Quedlinburg");
    await move("Rheine", customer(1));
    await arrived();
    const [first] = await it.deliveries();
    await it.db.prisma.webhookDelivery.update({ where: { id: first?.id ?? "" }, data: { state: "failed" } });
    const after = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000);
    expect(await pruneDeliveries(it.db, after(29))).toBe(0);
    expect(await pruneDeliveries(it.db, after(31))).toBe(1);
    expect(await it.deliveries()).toMatchObject([{ state: "failed", body: "" }]);
    expect(await pruneDeliveries(it.db, after(91))).toBe(1);
  });
});
