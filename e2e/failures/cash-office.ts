import { openLane } from "@/e2e/exports/cash/lane";
import { drawPlan } from "@/e2e/exports/cash/plan";
import type { DataChange } from "@/e2e/sandbox/cash/control/schema";
import type { CashSandbox } from "@/e2e/sandbox/cash/start";
import { cashSettingsSchema } from "@/lib/connectors/cash/settings-schema";
import { enterMaterial } from "@/lib/work-orders/fixtures/entered";
import { furnishOffice, type Office } from "./office";

export type CashOffice = Office & {
  readonly sandbox: CashSandbox;
  /** Cash takes the login again, and somebody has submitted it. */
  readonly reconnect: () => Promise<boolean>;
  /** How long an answer may take (milliseconds). */
  readonly giveUpAfter: (milliseconds: number) => Promise<void>;
};

/** Numbers of twenty customers that Cash has besides the one of the work orders. */
export const customers = Array.from({ length: 20 }, (_, index) => String(20_001 + index).padStart(6, "0"));

/** What enters a customer in Cash. */
export function enterCustomer(number: string): DataChange[] {
  return [
    { action: "put", table: "0101", fields: { "0101": number, "0103": `Klant ${number}`, "0105": "Kade 1", "0107": "4811 AB BREDA" } },
    { action: "put", table: "2220", fields: { "0101": number } },
  ];
}

/** An office whose Cash holds a few customers, articles and an hour type; nothing has been imported yet. */
export async function openCashOffice(databaseUrl: string): Promise<CashOffice> {
  const lane = await openLane(databaseUrl);
  const { sandbox, stock } = lane;
  await sandbox.changeRecords("01", customers.flatMap(enterCustomer));
  const office = furnishOffice({
    ...lane,
    readSettings: ({ imports, exports }) => cashSettingsSchema.parse({ imports, exports: { isOn: true, ...exports } }),
    usual: { customer: stock.customer, lines: [enterMaterial({ code: stock.materials[0], quantity: "2", price: "12.5" })] },
  });
  return { ...office, sandbox, reconnect: lane.reconnect, giveUpAfter: (answerTimeout) => lane.begin({ ...drawPlan(1), answerTimeout, version: "3.0", faults: [] }) };
}
