import { z } from "zod";
import { makeEngine } from "@/e2e/exports/make-engine";
import { createCashConnector } from "@/lib/connectors/cash/connector";
import { readFieldMap } from "@/lib/connectors/cash/field-map";
import type { Connector } from "@/lib/connectors/connector";
import type { Database } from "@/lib/db";
import type { ExportEngine } from "@/lib/export/engine";

/** `key`: the one that opens the login. `ahead`: milliseconds by which the lane's clock is before the machine's. */
export const circumstancesSchema = z.object({ connectionId: z.string(), key: z.string(), wsdlUrl: z.string(), answerTimeout: z.number(), ahead: z.number() });
export type Circumstances = z.infer<typeof circumstancesSchema>;

/** What a lane's exports to Cash stand on, in whatever process; `read` gives the circumstances of the moment. */
export function makeLaneEngine(db: Database, read: () => Circumstances): { engine: ExportEngine; connector: Connector } {
  return makeEngine(db, createCashConnector(() => ({ wsdlUrl: read().wsdlUrl, fieldMap: readFieldMap({}) })), read);
}
