import type { Exporter } from "@/lib/connectors/exporter";
import { createCashConnector } from "../connector";
import { readFieldMap, type FieldMap } from "../field-map";

/** The exporter of a Cash at this address. */
export function createCashExporterAt(wsdlUrl: string, overrides: Partial<FieldMap> = {}): Exporter {
  const { exporter } = createCashConnector(() => ({ wsdlUrl, fieldMap: readFieldMap(overrides) }));
  if (exporter === null) throw new Error("Cash has an exporter");
  return exporter;
}
