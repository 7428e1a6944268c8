import type { EasybillSandbox } from "@/e2e/sandbox/easybill/start";
import { startEasybillSandbox } from "@/e2e/sandbox/easybill/start";
import { openConversation, type Conversation } from "@/lib/connectors/testing/conversation";
import type { ExportSettings } from "@/lib/connectors/connector";
import type { Exporter, MatchedKeys, Prepared } from "@/lib/connectors/exporter";
import type { SalesDocument } from "@/lib/connectors/sales-document";
import type { Timing } from "@/lib/timing";
import { createEasybillConnector } from "../../connector";
import { exampleInvoice } from "./example-invoice";

/** A customer and positions of the sandbox that invoices of tests are about; ids as text. */
export type InvoiceSandbox = {
  sandbox: EasybillSandbox;
  exporter: Exporter;
  customerId: string;
  /** A conversation as the engine opens one. */
  converse: (timing?: Partial<Timing>) => Conversation;
  /** The keys under which the example's customer and article are known. */
  matched: () => MatchedKeys;
  prepare: (overrides?: Partial<SalesDocument>, settings?: ExportSettings, matched?: MatchedKeys) => Prepared;
  /** Puts back what tests have changed, and the records they stand on. */
  reset: () => Promise<void>;
};

/** Starts a sandbox without limits, with customer 70001 and the positions 4711 (product) and MONT (service). */
export async function startInvoiceSandbox(): Promise<InvoiceSandbox> {
  const sandbox = await startEasybillSandbox({ customers: 5, positions: 10, protocol: { requestsPerMinute: { PLUS: 0, BUSINESS: 0 } } });
  const exporter = exporterAt(sandbox.apiUrl);
  const add = () =>
    sandbox.act([
      { act: "create", table: "customers", fields: { number: "70001", company_name: "Bäckerei Kornblume", last_name: "Jansen", street: "Dorfstraße 12", zip_code: "10115", city: "Berlin", emails: ["info@kornblume.example"] } },
      { act: "create", table: "positions", fields: { number: "4711", description: "Kühlhahn", sale_price: 1250, type: "PRODUCT", vat_percent: 19 } },
      { act: "create", table: "positions", fields: { number: "MONT", description: "Monteurstunde", sale_price: 6250, type: "SERVICE", vat_percent: 19 } },
    ]);
  let ids = await add();
  const id = (place: number) => String(ids[place]);
  const matched = (): MatchedKeys => ({ relations: { "70001": id(0) }, articles: { "4711": id(1), MONT: id(2) } });
  return {
    sandbox,
    exporter,
    get customerId() {
      return id(0);
    },
    converse: (timing = {}) => openConversation({ login: { plan: "business", apiKey: sandbox.keys.business }, administration: null, timing }),
    matched,
    prepare: (overrides = {}, settings = {}, keys = matched()) => exporter.prepare(exampleInvoice(overrides), keys, settings),
    reset: async () => {
      await sandbox.reset("data");
      ids = await add();
      await sandbox.reset("switches");
    },
  };
}

/** The exporter of an EasyBill at this address. */
export function exporterAt(apiUrl: string): Exporter {
  const { exporter } = createEasybillConnector(() => ({ apiUrl }));
  if (exporter === null) throw new Error("EasyBill has an exporter");
  return exporter;
}
