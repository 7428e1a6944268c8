import { z } from "zod";
import { connectControl, steer, type SandboxControl } from "../../core/control/client";
import type { TableNumber } from "../data/definitions";
import type { FaultInput } from "../faults/schema";
import { transactionSchema, type Transaction } from "../import/transaction";
import type { JournalEntry } from "../journal";
import type { Protocol } from "../protocol";
import type { OperationName } from "../soap/signatures";
import { listingSchema, requestsSchema, statusSchema, type DataChange, type Listing, type ListQuery, type SandboxStatus } from "./schema";

/** Steers a sandbox of Cash over HTTP. */
export interface CashSandboxControl extends SandboxControl<SandboxStatus, FaultInput, Protocol> {
  /** Makes all changes or none; answers how many records were written or taken out. */
  changeRecords(administration: string, changes: readonly DataChange[]): Promise<number>;
  records(administration: string, table: TableNumber, query?: Partial<Omit<ListQuery, "administration" | "table">>): Promise<Listing>;
  transactions(): Promise<readonly Transaction[]>;
  /** The requests received since the last reset, oldest first. */
  requests(query?: { after?: number; operation?: OperationName | "wsdl" | "unreadable" }): Promise<readonly JournalEntry[]>;
  requestCounts(): Promise<Readonly<Record<string, number>>>;
}

/** Steers the sandbox at this address, without a slash at the end. */
export function connectCashSandbox(url: string): CashSandboxControl {
  const { get, post } = connectControl(url);
  const control = steer<SandboxStatus, FaultInput, Protocol>(url, statusSchema);
  return {
    ...control,
    changeRecords: async (administration, changes) => (await post("/records", { administration, changes }, z.object({ changed: z.number() }))).changed,
    records: (administration, table, query = {}) => get("/records", { administration, table, ...query }, listingSchema),
    transactions: async () => (await get("/transactions", {}, z.object({ transactions: z.array(transactionSchema) }))).transactions,
    requests: async (query = {}) => (await get("/requests", query, requestsSchema)).requests,
    requestCounts: async () => (await control.status()).requests.counts,
  };
}
