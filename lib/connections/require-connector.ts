import type { Connector } from "@/lib/connectors/connector";
import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { getLicence } from "@/lib/licences/get-licence";
import { licenceStanding } from "@/lib/licences/licence-standing";
import type { FindConnector } from "@/lib/sync/engine";

/** @throws AppError record_not_found for a vendor this installation does not know */
export function requireConnector(findConnector: FindConnector, vendor: string): Connector {
  const connector = findConnector(vendor);
  if (!connector) throw new AppError("record_not_found", { kind: "config", detail: "Unknown vendor" });
  return connector;
}

/** @throws AppError no_licence when the account may not use the vendor now */
export async function requireLicence(db: Database, accountId: string, { manifest }: Connector, now: Date): Promise<void> {
  const standing = licenceStanding(await getLicence(db, accountId, manifest.id), now);
  if (!standing.usable) throw new AppError("no_licence", { kind: "config", params: { vendor: manifest.name } });
}
