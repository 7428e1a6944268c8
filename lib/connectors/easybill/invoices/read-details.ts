import type { MatchDetails, MatchedKeys } from "@/lib/connectors/exporter";
import type { EasybillClient } from "../client";
import { EasybillRefusal } from "../failures";
import { detailsOfCustomer, goneCustomer } from "./match-details";
import { payerSchema } from "./records";

/**
 * What EasyBill says of customers that are matched: their VAT option, whether they are archived or gone, their address. One request for each
 * about whom nothing was said yet; what a look-up has said already stays. Positions are not asked for: the imports keep their prices, and an
 * archived one is not matched any more.
 */
export async function readCustomersDetails(client: EasybillClient, matched: MatchedKeys): Promise<Pick<MatchedKeys, "details" | "blocked">> {
  const known = matched.details?.relations ?? {};
  const relations: Record<string, MatchDetails[string]> = { ...known };
  for (const externalId of new Set(Object.values(matched.relations))) {
    if (!Object.hasOwn(relations, externalId)) relations[externalId] = await readDetails(client, externalId);
  }
  const isArchived = (key: string) => relations[matched.relations[key] ?? ""]?.["state"] === "archived";
  const archived = Object.keys(matched.relations).filter(isArchived);
  return {
    details: { relations, articles: matched.details?.articles ?? {} },
    blocked: { relations: [...new Set([...(matched.blocked?.relations ?? []), ...archived])], articles: matched.blocked?.articles ?? [] },
  };
}

async function readDetails(client: EasybillClient, externalId: string): Promise<MatchDetails[string]> {
  if (!/^[1-9]\d*$/.test(externalId)) return goneCustomer;
  try {
    return detailsOfCustomer(await client.request({ operation: "GetCustomer", method: "GET", path: `/customers/${externalId}`, answer: payerSchema }));
  } catch (error) {
    if (error instanceof EasybillRefusal && error.isAboutMissing) return goneCustomer;
    throw error;
  }
}
