import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findDescription, readDescription } from "@/e2e/sandbox/easybill/contract/description";
import { startContractProxy, type ContractProxy } from "@/e2e/sandbox/easybill/contract/proxy";
import type { EasybillSandbox } from "@/e2e/sandbox/easybill/start";
import type { WantedRecord } from "@/lib/connectors/look-up";
import { readPass } from "@/lib/connectors/testing/conversation";
import { createEasybillConnector } from "./connector";
import { converse, knowing, startPlainSandbox } from "./testing/passes";

const found = findDescription();
const title = "missing" in found ? `the vendor's description (skipped: ${found.missing})` : "the vendor's description";

describe.skipIf("missing" in found)(title, () => {
  let sandbox: EasybillSandbox;
  let proxy: ContractProxy;
  beforeAll(async () => {
    sandbox = await startPlainSandbox({ customers: 60, positions: 60 });
    proxy = await startContractProxy("file" in found ? readDescription(found.file).description : {}, sandbox.apiUrl);
  });
  afterAll(async () => {
    await proxy.stop();
    await sandbox.stop();
  });
  const connector = () => createEasybillConnector(() => ({ apiUrl: proxy.apiUrl }));

  it("holds for every request of the imports and every answer to them", async () => {
    const ids = (await sandbox.customers()).slice(0, 12).map(({ id }) => ({ externalId: String(id), reason: "new" as const }));
    await connector().verify(converse(sandbox).context);
    for (const retrieval of connector().retrievals) {
      await readPass(retrieval, converse(sandbox).context, { known: knowing(ids) });
      await readPass(retrieval, converse(sandbox).context, { known: knowing(ids), kinds: new Set(["hourTypes"]) });
    }
    expect(proxy.violations()).toEqual([]);
    expect(Object.keys(proxy.checked()).sort()).toEqual(["GET /customers", "GET /customers/{id}/contacts", "GET /logins", "GET /position-groups", "GET /positions"]);
  });

  it("holds for webhooks and what is fetched because of them", async () => {
    const { webhooks, lookUp } = connector();
    const { context } = converse(sandbox);
    const wanted = { url: "https://outsmart.example.com/api/webhooks/easybill/token", secret: "shared-secret", label: "OutSmart" };
    const registered = await webhooks?.register(context, wanted);
    await webhooks?.register(context, { ...wanted, secret: "another-secret" });
    await webhooks?.inspect(context, { id: registered?.id ?? "", url: wanted.url });
    const [customer] = await sandbox.customers();
    const position = (await sandbox.positions()).find(({ group_id }) => group_id !== null);
    const [documentId] = await sandbox.act([{ act: "create", table: "documents", fields: { type: "INVOICE", customer_id: customer?.id, items: [] } }], { silently: true });
    const records: WantedRecord[] = [
      { kind: "relations", externalId: String(customer?.id) },
      { kind: "materials", externalId: String(position?.id) },
      { kind: "contacts", externalId: "1", parentId: String(customer?.id) },
      { kind: "employees", externalId: "1" },
    ];
    for (const record of records) await lookUp?.read(context, record);
    await webhooks?.fetchDocument(context, String(documentId));
    await webhooks?.remove(context, { id: registered?.id ?? null, label: wanted.label });
    expect(proxy.violations()).toEqual([]);
    expect(proxy.checked()).toMatchObject({ "POST /webhooks": 1, "PUT /webhooks/{id}": 1, "GET /webhooks/{id}": 1, "GET /position-groups/{id}": 1, "GET /documents/{id}": 1 });
  });
});
