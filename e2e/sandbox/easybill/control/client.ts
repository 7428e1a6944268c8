import type { z } from "zod";
import { connectControl, steer, type SandboxControl } from "../../core/control/client";
import type { OperationName } from "../api/operation-names";
import type { CompanyId } from "../data/options";
import { recordSchemas, type RecordOf, type TableName } from "../data/tables";
import type { FaultInput } from "../faults/schema";
import type { JournalEntry } from "../journal";
import type { Protocol } from "../protocol";
import type { Delivery } from "../webhooks/delivery";
import type { ActInput } from "./act-schema";
import { actsAnswerSchema, deliveriesSchema, listingSchema, requestsSchema, statusSchema, type SandboxStatus } from "./schema";

/** Where an act happens; `business` unless it is said. */
interface ActOptions {
  readonly company?: CompanyId;
  /** No webhook is sent. */
  readonly silently?: boolean;
}

/** Steers a sandbox of EasyBill over HTTP. */
export interface EasybillSandboxControl extends SandboxControl<SandboxStatus, FaultInput, Protocol> {
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
  /** 60: a minute of the sandbox passes in a second. */
  setClockSpeed(speed: number): Promise<SandboxStatus>;
}

/** Records that are read at once. */
const pageSize = 5000;

const schemasByName: { readonly [Name in TableName]: z.ZodType<RecordOf<Name>> } = recordSchemas;

/** Steers the sandbox at this address, without a slash at the end. */
export function connectEasybillSandbox(url: string): EasybillSandboxControl {
  const { get, post } = connectControl(url);
  const control = steer<SandboxStatus, FaultInput, Protocol>(url, statusSchema);
  const act = async (acts: readonly ActInput[], options: ActOptions = {}) => (await post("/acts", { ...options, acts }, actsAnswerSchema)).ids;
  const records = async <Name extends TableName>(table: Name, company: CompanyId = "business"): Promise<readonly RecordOf<Name>[]> => {
    const found: RecordOf<Name>[] = [];
    for (;;) {
      const { rows, total } = await get("/records", { company, table, offset: found.length, limit: pageSize }, listingSchema);
      for (const row of rows) found.push(schemasByName[table].parse(row));
      if (rows.length === 0 || found.length >= total) return found;
    }
  };
  return {
    ...control,
    act,
    revokeKey: async (company = "business") => {
      await act([{ act: "revokeKey" }], { company });
    },
    renewKey: async (company = "business") => {
      await act([{ act: "renewKey" }], { company });
      return (await control.status()).companies.find(({ id }) => id === company)?.apiKey ?? "";
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
    requestCounts: async () => (await control.status()).counts,
    deliveries: async (after = 0) => (await get("/deliveries", { after }, deliveriesSchema)).deliveries,
    untilDelivered: async () => (await get("/deliveries", { quiet: 1 }, deliveriesSchema)).deliveries,
    setClockSpeed: (speed) => post("/clock", { speed }, statusSchema),
  };
}
