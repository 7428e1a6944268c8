import { createCashConnector } from "@/lib/connectors/cash/connector";
import { readFieldMap } from "@/lib/connectors/cash/field-map";
import { parseKeyRing } from "@/lib/crypto/key-ring";
import type { SyncEngine } from "@/lib/sync/engine";
import { productionTiming } from "@/lib/timing";
import type { OwnApplication } from "./own-application";

/** What the pages of an application stand on, for a spec that does what a page would. */
export function syncEngineOf({ db, configuration }: Pick<OwnApplication, "db" | "configuration">): SyncEngine {
  const { CREDENTIALS_KEYS = "", CASH_WSDL_URL = "" } = configuration.variables;
  const keys = parseKeyRing(CREDENTIALS_KEYS);
  if (!keys.ok) throw new Error(keys.problem);
  const connector = createCashConnector(() => ({ wsdlUrl: CASH_WSDL_URL, fieldMap: readFieldMap({}) }));
  return { db, timing: productionTiming, keyRing: keys.keyRing, findConnector: (vendor) => (vendor === connector.manifest.id ? connector : null) };
}
