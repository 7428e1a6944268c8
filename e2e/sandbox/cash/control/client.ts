import { z } from "zod";
import type { TableNumber } from "../data/definitions";
import type { FaultInput } from "../faults/schema";
import { transactionSchema, type Transaction } from "../import/transaction";
import type { JournalEntry } from "../journal";
import type { Protocol } from "../protocol";
import type { OperationName } from "../soap/signatures";
import {
  listingSchema,
  requestsSchema,
  statusSchema,
  type ClockRequest,
  type ControlRequest,
  type DataChange,
  type Listing,
  type SandboxStatus,
} from "./schema";

/** Steers a sandbox over HTTP, whether it runs in this process or in another one. */
export interface CashSandboxControl {
  status(): Promise<SandboxStatus>;
  /** Takes the place of all faults; an empty list switches them off. */
  setFaults(faults: readonly FaultInput[]): Promise<SandboxStatus>;
  addFaults(faults: readonly FaultInput[]): Promise<SandboxStatus>;
  changeProtocol(changes: Partial<Protocol>): Promise<SandboxStatus>;
  /** Makes all changes or none; answers how many records were written or taken out. */
  changeRecords(administration: string, changes: readonly DataChange[]): Promise<number>;
  records(administration: string, table: TableNumber, query?: { search?: string; key?: string; order?: "table" | "latest"; offset?: number; limit?: number }): Promise<Listing>;
  transactions(): Promise<readonly Transaction[]>;
  /** The requests received since the last reset, oldest first. */
  requests(query?: { after?: number; operation?: OperationName | "wsdl" | "unreadable" }): Promise<readonly JournalEntry[]>;
  requestCounts(): Promise<Readonly<Record<string, number>>>;
  advanceClock(time: ClockRequest): Promise<SandboxStatus>;
  /** "switches": faults, protocol, tokens, journal, rate window. "data": also every change and the clock. */
  reset(scope?: "switches" | "data"): Promise<SandboxStatus>;
}

async function read<Output>(answer: Response, schema: z.ZodType<Output>): Promise<Output> {
  const value: unknown = await answer.json();
  if (!answer.ok) throw new Error(z.object({ error: z.string() }).parse(value).error);
  return schema.parse(value);
}

/** Steers the sandbox at this address, without a slash at the end. */
export function connectCashSandbox(url: string): CashSandboxControl {
  const get = async <Output>(path: string, schema: z.ZodType<Output>) => read(await fetch(`${url}/_control${path}`), schema);
  const post = async <Output>(path: string, body: object, schema: z.ZodType<Output>) =>
    read(
      await fetch(`${url}/_control${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
      schema,
    );
  const control = (request: ControlRequest) => post("", request, statusSchema);
  return {
    status: () => get("", statusSchema),
    setFaults: (faults) => control({ faults: [...faults] }),
    addFaults: (faults) => control({ addFaults: [...faults] }),
    changeProtocol: (protocol) => control({ protocol }),
    changeRecords: async (administration, changes) =>
      (await post("/records", { administration, changes }, z.object({ changed: z.number() }))).changed,
    records: (administration, table, query = {}) => {
      const parameters = Object.entries({ administration, table, ...query }).map(([name, value]): [string, string] => [name, String(value)]);
      return get(`/records?${new URLSearchParams(parameters).toString()}`, listingSchema);
    },
    transactions: async () => (await get("/transactions", z.object({ transactions: z.array(transactionSchema) }))).transactions,
    requests: async (query = {}) => {
      const parameters = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
      return (await get(`/requests?${new URLSearchParams(parameters).toString()}`, requestsSchema)).requests;
    },
    requestCounts: async () => (await get("/requests?after=9007199254740991", requestsSchema)).counts,
    advanceClock: (time) => post("/clock", time, statusSchema),
    reset: (scope = "switches") => control({ reset: scope === "data" ? "data" : true }),
  };
}
