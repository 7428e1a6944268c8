import type { Connector } from "@/lib/connectors/connector";
import type { Database } from "@/lib/db";
import type { ExportEngine } from "@/lib/export/engine";
import { productionTiming } from "@/lib/timing";

/** `key`: the one that opens the login. `ahead`: milliseconds by which the lane's clock is before the machine's. */
type Moment = { readonly key: string; readonly answerTimeout: number; readonly ahead: number };

const far = 24 * 60 * 60_000;

/** What a lane's exports stand on, in whatever process; `read` gives the circumstances of the moment. */
export function makeEngine(db: Database, vendor: Connector, read: () => Moment): { engine: ExportEngine; connector: Connector } {
  const key = { id: "proof", key: Buffer.from(read().key, "base64") };
  const connector = { ...vendor, manifest: { ...vendor.manifest, requestsPerMinute: () => 1_000_000 } };
  const timing = {
    ...productionTiming, now: () => new Date(Date.now() + read().ahead), wait: () => Promise.resolve(),
    // A worker who stands still renews no lease either; a process of its own would not.
    runHeartbeat: far,
    // The vendor's own budget is boundless here; no need to remember what was asked in the last minute.
    rateWindow: 1_000,
    get vendorAnswerTimeout() { return read().answerTimeout; },
    get vendorIdleTimeout() { return read().answerTimeout; },
  };
  return { connector, engine: { db, timing, keyRing: { current: key, keys: new Map([[key.id, key.key]]) }, findConnector: (id) => (id === connector.manifest.id ? connector : null) } };
}
