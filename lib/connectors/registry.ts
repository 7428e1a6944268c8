import { cashConnector } from "@/lib/connectors/cash";
import type { Connector } from "@/lib/connectors/connector";
import { easybillConnector } from "@/lib/connectors/easybill";

/** Every vendor of this installation, in the order in which pages list them. */
export const connectors: readonly Connector[] = [cashConnector, easybillConnector];

/** The connector of a vendor; null when there is no such vendor. */
export function findConnector(id: string): Connector | null {
  return connectors.find(({ manifest }) => manifest.id === id) ?? null;
}
