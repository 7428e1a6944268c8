import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { EasybillSandbox } from "@/e2e/sandbox/easybill/start";
import type { WantedRecord } from "@/lib/connectors/look-up";
import { createEasybillConnector } from "./connector";
import { converse, startPlainSandbox } from "./testing/passes";

let sandbox: EasybillSandbox;
beforeAll(async () => {
  sandbox = await startPlainSandbox({ customers: 12, positions: 12 });
});
afterEach(() => sandbox.reset("data"));
afterAll(() => sandbox.stop());

const lookUp = (kind: WantedRecord["kind"], externalId: string, parentId?: string) =>
  createEasybillConnector(() => ({ apiUrl: sandbox.apiUrl })).lookUp?.read(converse(sandbox).context, { kind, externalId, ...(parentId === undefined ? {} : { parentId }) });

describe("what stands at EasyBill now", () => {
  it("is a customer with its delivery address, or without", async () => {
    const [id] = await sandbox.act([{ act: "create", table: "customers", fields: { company_name: "Kornblume", last_name: "Jansen", delivery_street: "Hof 1", delivery_city: "Berlin" } }]);
    const externalId = String(id);
    expect(await lookUp("relations", externalId)).toMatchObject({
      records: [{ kind: "relations", records: [{ externalId, content: { name: "Kornblume" } }] }, { kind: "deliveryAddresses", records: [{ externalId: `${id}|1` }] }], gone: [],
    });
    await sandbox.act([{ act: "change", table: "customers", id: id ?? 0, fields: { delivery_street: null, delivery_city: null } }]);
    expect(await lookUp("relations", externalId)).toMatchObject({ records: [{ kind: "relations" }], gone: [{ kind: "deliveryAddresses", externalId: `${id}|1` }] });
    await sandbox.act([{ act: "remove", table: "customers", id: id ?? 0 }]);
    expect(await lookUp("relations", externalId)).toEqual({ records: [], gone: [{ kind: "relations", externalId }, { kind: "deliveryAddresses", externalId: `${id}|1` }] });
  });

  it("is a position as what it is by now, with the code of its category", async () => {
    const [group] = await sandbox.records("positionGroups");
    const fields = { number: "P-1", description: "Kabel", sale_price: 100, type: "PRODUCT", group_id: group?.id };
    const [id] = await sandbox.act([{ act: "create", table: "positions", fields }]);
    const externalId = String(id);
    expect(await lookUp("materials", externalId)).toMatchObject({ records: [{ kind: "materials", records: [{ content: { code: "P-1", group: expect.any(String) } }] }], gone: [{ kind: "hourTypes", externalId }] });
    await sandbox.act([{ act: "change", table: "positions", id: id ?? 0, fields: { type: "SERVICE" } }]);
    expect(await lookUp("materials", externalId)).toMatchObject({ records: [{ kind: "hourTypes" }], gone: [{ kind: "materials", externalId }] });
    await sandbox.act([{ act: "remove", table: "positions", id: id ?? 0 }]);
    expect(await lookUp("hourTypes", externalId)).toMatchObject({ records: [], gone: [{ kind: "materials" }, { kind: "hourTypes" }] });
  });

  it("are all contacts of a customer, where it is known whose the contact is; else nothing is asked", async () => {
    const [contact] = await sandbox.contacts();
    const parent = String(contact?.customer_id);
    const found = await lookUp("contacts", String(contact?.id), parent);
    expect(found).toMatchObject({ records: [{ kind: "contacts", within: [parent] }], gone: [] });
    expect(found?.records[0]?.records).toHaveLength((await sandbox.contacts()).filter(({ customer_id }) => customer_id === contact?.customer_id).length);
    const requests = (await sandbox.requests()).length;
    expect(await lookUp("contacts", "1")).toEqual({ records: [], gone: [] });
    expect(await sandbox.requests()).toHaveLength(requests);
  });

  it("is a category, or a login", async () => {
    for (const [kind, table] of [["categories", "positionGroups"], ["employees", "logins"]] as const) {
      const [one] = await sandbox.records(table);
      const externalId = String(one?.["id"]);
      expect(await lookUp(kind, externalId)).toMatchObject({ records: [{ kind, records: [{ externalId }] }], gone: [] });
      expect(await lookUp(kind, "999999")).toEqual({ records: [], gone: [{ kind, externalId: "999999" }] });
    }
  });
});
