import { openLane } from "@/e2e/exports/easybill/lane";
import type { EasybillSandbox } from "@/e2e/sandbox/easybill/start";
import { easybillSettingsSchema } from "@/lib/connectors/easybill/settings-schema";
import { enterMaterial } from "@/lib/work-orders/fixtures/entered";
import { furnishOffice, type Office } from "./office";

export type EasybillOffice = Office & {
  readonly sandbox: EasybillSandbox;
  /** Somebody enters a new key where the old one was revoked. */
  readonly reconnect: () => Promise<boolean>;
};

/** An office whose EasyBill holds a few customers, products and an hour type; nothing has been imported yet. */
export async function openEasybillOffice(databaseUrl: string): Promise<EasybillOffice> {
  const lane = await openLane(databaseUrl);
  const { sandbox, stock } = lane;
  const office = furnishOffice({
    ...lane,
    // Contact persons take a request for each customer.
    readSettings: ({ imports, exports }) => easybillSettingsSchema.parse({ imports: { contacts: false, ...imports }, exports: { isOn: true, ...exports } }),
    usual: { customer: stock.customer, lines: [enterMaterial({ code: stock.materials[0], quantity: "2", price: "12.5" })] },
  });
  return { ...office, sandbox, reconnect: lane.reconnect };
}
