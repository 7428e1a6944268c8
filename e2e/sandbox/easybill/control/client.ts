import { z } from "zod";
import type { OperationName } from "../api/operation-names";
import type { CompanyId } from "../data/options";
import { recordSchemas, type RecordOf, type TableName } from "../data/tables";
import type { FaultInput } from "../faults/schema";
import type { JournalEntry } from "../journal";
import type { Protocol } from "../protocol";
import type { Delivery } from "../webhooks/delivery";
import type { ActInput } from "./act-schema";
import { actsAnswerSchema, deliveriesSchema, listingSchema, requestsSchema, statusSchema, type ClockRequest, type ControlRequest, type SandboxStatus } from "./schema";

/** Where an act happens; `business` unless it is said. */
interface ActOptions {
  readonly company?: CompanyId;
  /** No webhook is sent. */
  readonly silently?: boolean;
}

/** Steers a sandbox over HTTP, whether it runs in this process or in another one. */
export interface EasybillSandboxControl {
  status(): Promise<SandboxStatus>;
  /** Takes the place of all faults; an empty list switches them off. */
  setFaults(faults: readonly FaultInput[]): Promise<SandboxStatus>;
  addFaults(faults: readonly FaultInput[]): Promise<SandboxStatus>;
  changeProtocol(changes: Partial<Protocol>): Promise<SandboxStatus>;
  /** Does what a person does in EasyBill; answers the id of the record each act was about. */
  act(acts: readonly ActInput[], options?: ActOptions): Promise<readonly number[]>;
  /** Revokes the key: every request with it gets 401. */
  revokeKey(company?: CompanyId): Promise<void>;
  /** Makes a new key and answers it; the old one is worth nothing from then on. */
  renewKey(company?: CompanyId): Promise<string>;
  /** All records of a table, ascending by id, with everything the sandbox knows of them. */
  records<Name extends TableName>(table: Name, company?: CompanyId): Promise<readonly RecordOf<Name>[]>;
  customers(company?: CompanyId): Promise<readonly RecordOf<"customers">[]>;
  contacts(company?: CompanyId): Promise<readonly RecordOf<"contacts">[]>;
  positions(company?: CompanyId): Promise<readonly RecordOf<"positions">[]>;
  documents(company?: CompanyId): Promise<readonly RecordOf<"documents">[]>;
  payments(company?: CompanyId): Promise<readonly RecordOf<"payments">[]>;
  attachments(company?: CompanyId): Promise<readonly RecordOf<"attachments">[]>;
  postBoxes(company?: CompanyId): Promise<readonly RecordOf<"postBoxes">[]>;
  webhooks(company?: CompanyId): Promise<readonly RecordOf<"webhooks">[]>;
  /** The requests received since the last reset, oldest first. */
  requests(query?: { after?: number; operation?: OperationName | "unknown"; company?: CompanyId }): Promise<readonly JournalEntry[]>;
  /** How many requests there were of each operation since the last reset. */
  requestCounts(): Promise<Readonly<Record<string, number>>>;
  /** What was sent to webhooks since the last reset, oldest first. */
  deliveries(after?: number): Promise<readonly Delivery[]>;
  /** Waits until no webhook is being sent (late and held ones are not waited for), and answers all deliveries. */
  untilDelivered(): Promise<readonly Delivery[]>;
  advanceClock(time: Omit<ClockRequest, "speed">): Promise<SandboxStatus>;
  /** 60: a minute of the sandbox passes in a second. */
  setClockSpeed(speed: number): Promise<SandboxStatus>;
  /** "switches": faults, protocol, clock speed, journal, deliveries, locks, rate window. "data": also every change, key and the clock. */
  reset(scope?: "switches" | "data"): Promise<SandboxStatus>;
}

/** Records that are read at once. */
const pageSize = 5000;

async function read<Output>(answer: Response, schema: z.ZodType<Output>): Promise<Output> {
  const value: unknown = await answer.json();
  if (!answer.ok) throw new Error(z.object({ error: z.string() }).parse(value).error);
  return schema.parse(value);
}

function toQuery(query: object): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]]));
  return new URLSearchParams(given).toString();
}

const schemasByName: { readonly [Name in TableName]: z.ZodType<RecordOf<Name>> } = recordSchemas;

/** Steers the sandbox at this address, without a slash at the end. */
export function connectEasybillSandbox(url: string): EasybillSandboxControl {
  const get = async <Output>(path: string, query: object, schema: z.ZodType<Output>) => read(await fetch(`${url}/_control${path}?${toQuery(query)}`), schema);
  const post = async <Output>(path: string, body: object, schema: z.ZodType<Output>) =>
    read(
      await fetch(`${url}/_control${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
      schema,
    );
  const control = (request: ControlRequest) => post("", request, statusSchema);
  const act = async (acts: readonly ActInput[], options: ActOptions = {}) => (await post("/acts", { ...options, acts }, actsAnswerSchema)).ids;
  const records = async <Name extends TableName>(table: Name, company: CompanyId = "business"): Promise<readonly RecordOf<Name>[]> => {
    const found: RecordOf<Name>[] = [];
    for (;;) {
      const { rows, total } = await get("/records", { company, table, offset: found.length, limit: pageSize }, listingSchema);
      for (const row of rows) found.push(schemasByName[table].parse(row));
      if (rows.length === 0 || found.length >= total) return found;
    }
  };
  const status = () => get("", {}, statusSchema);
  return {
    status,
    setFaults: (faults) => post("", { faults }, statusSchema),
    addFaults: (faults) => post("", { addFaults: faults }, statusSchema),
    changeProtocol: (protocol) => control({ protocol }),
    act,
    revokeKey: async (company = "business") => {
      await act([{ act: "revokeKey" }], { company });
    },
    renewKey: async (company = "business") => {
      await act([{ act: "renewKey" }], { company });
      return (await status()).companies.find(({ id }) => id === company)?.apiKey ?? "";
    },
    records,
    customers: (company) => records("customers", company),
    contacts: (company) => records("contacts", company),
    positions: (company) => records("positions", company),
    documents: (company) => records("documents", company),
    payments: (company) => records("payments", company),
    attachments: (company) => records("attachments", company),
    postBoxes: (company) => records("postBoxes", company),
    webhooks: (company) => records("webhooks", company),
    requests: async (query = {}) => (await get("/requests", query, requestsSchema)).requests,
    requestCounts: async () => (await status()).counts,
    deliveries: async (after = 0) => (await get("/deliveries", { after }, deliveriesSchema)).deliveries,
    untilDelivered: async () => (await get("/deliveries", { quiet: 1 }, deliveriesSchema)).deliveries,
    advanceClock: (time) => post("/clock", time, statusSchema),
    setClockSpeed: (speed) => post("/clock", { speed }, statusSchema),
    reset: (scope = "switches") => control({ reset: scope === "data" ? "data" : true }),
  };
}
