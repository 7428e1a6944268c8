import type { ExportProblem } from "@/lib/connectors/export-problems";
import type { ExportOptions } from "@/lib/connectors/export-settings";
import type { MatchedKeys, NewRecord, WantedKeys } from "@/lib/connectors/exporter";
import type { Party, PricedLine, SalesDocument } from "@/lib/connectors/sales-document";
import type { DocumentCatalogue, DocumentTarget } from "./document-catalogue";
import { nameWorkOrder, problem } from "./document-problems";
import { partyKey } from "./party";

type Unnumbered<Kind extends NewRecord["kind"]> = { key: string } & Omit<Extract<NewRecord, { kind: Kind }>, "externalId">;
/** What the vendor lacks and would get, before it has a number there; `key` is what stands for it here. */
export type MissingRecord = Unnumbered<"relation"> | Unnumbered<"article">;
export type MatchCheck = { problems: ExportProblem[]; toCreate: MissingRecord[] };

type Circumstances = {
  options: Pick<ExportOptions, "createsRelations" | "createsMaterials">;
  catalogue: Pick<DocumentCatalogue, "materials" | "hourTypes">;
  matched: MatchedKeys;
} & Pick<DocumentTarget, "vendorName">;
type Problem = Pick<ExportProblem, "code" | "params" | "position">;
type Finding = { toCreate: MissingRecord } | { problem: Problem };

/** Without these the relation would not come back with the imports. */
const neededOfRelation = ["name", "street", "postalCode", "city"] as const;

/** What the vendor has to know for this document, each once. */
export function wantedKeys(document: SalesDocument): WantedKeys {
  return { relations: partiesIn(document).map(({ party }) => partyKey(party)), articles: firstLines(document).map((line) => line.code) };
}

/**
 * What of a document the vendor does not know: it is created where the settings allow that and enough is known about it, and is a problem
 * otherwise. Each relation and article appears once, an article with the position of its first line. An hour type is created only when it
 * is known here and has disappeared there: of an unknown one there is neither a name nor a price, most likely it is a typing error.
 */
export function checkMatch(document: SalesDocument, circumstances: Circumstances): MatchCheck {
  const { matched, vendorName } = circumstances;
  const missingParties = partiesIn(document).filter(({ party }) => !Object.hasOwn(matched.relations, partyKey(party)));
  const missingLines = firstLines(document).filter((line) => !Object.hasOwn(matched.articles, line.code));
  const findings: Finding[] = [
    ...missingParties.flatMap(({ party, role }) => checkParty(party, role, circumstances)),
    ...(missingParties.some(({ role }) => role === "customer") ? checkDelivery(document) : []),
    ...missingLines.map((line) => checkArticle(line, circumstances)),
  ];
  return {
    problems: findings.flatMap((found) => ("problem" in found ? [nameWorkOrder(found.problem, document, vendorName)] : [])),
    toCreate: findings.flatMap((found) => ("toCreate" in found ? [found.toCreate] : [])),
  };
}

type Role = "customer" | "payer";

/** A customer that the work order does not name is no customer to look for: `buildDocument` says so. */
function partiesIn({ customer, invoiceCustomer }: SalesDocument): { party: Party; role: Role }[] {
  const isNamed = customer.debtorNumber !== null || customer.name !== "";
  return [...(isNamed ? [{ party: customer, role: "customer" as const }] : []), ...(invoiceCustomer ? [{ party: invoiceCustomer, role: "payer" as const }] : [])];
}

/** The first line of each article. */
function firstLines({ lines }: SalesDocument): PricedLine[] {
  const priced = lines.filter((line) => line.type !== "text");
  return priced.filter((line, index) => priced.findIndex((other) => other.code === line.code) === index);
}

function checkParty(party: Party, role: Role, { options }: Circumstances): Finding[] {
  const relation = party.debtorNumber ?? party.name;
  if (!options.createsRelations) return [{ problem: problem(role === "customer" ? "relationNotFound" : "invoiceRelationNotFound", { relation }) }];
  const lacking = neededOfRelation.filter((field) => party[field] === "");
  if (lacking.length > 0) return lacking.map((field) => ({ problem: problem("relationIncomplete", { relation, field }) }));
  return [{ toCreate: { kind: "relation", key: partyKey(party), party } }];
}

/** A customer that is new there has no delivery addresses there. */
function checkDelivery({ deliveryAddressCode }: SalesDocument): Finding[] {
  return deliveryAddressCode === null ? [] : [{ problem: problem("deliveryAddressNotFound", { address: deliveryAddressCode }) }];
}

function checkArticle(line: PricedLine, { options, catalogue }: Circumstances): Finding {
  return line.type === "material" ? checkMaterial(line, options, catalogue) : checkHourType(line, options, catalogue);
}

function checkMaterial(line: PricedLine, { createsMaterials }: Circumstances["options"], { materials }: Circumstances["catalogue"]): Finding {
  if (!createsMaterials) return { problem: problem("materialNotFound", { material: line.code }, line.position) };
  const known = materials.get(line.code);
  const article = { code: line.code, name: known?.name ?? line.text, unit: known?.unit ?? line.unit, price: known?.price ?? line.unitPrice, type: "material" as const };
  return { toCreate: { kind: "article", key: line.code, article } };
}

function checkHourType(line: PricedLine, { createsMaterials }: Circumstances["options"], { hourTypes }: Circumstances["catalogue"]): Finding {
  const known = hourTypes.get(line.code);
  if (!createsMaterials || known === undefined) return { problem: problem("hourTypeNotFound", { hourType: line.code }, line.position) };
  return { toCreate: { kind: "article", key: line.code, article: { code: line.code, name: known.name, unit: known.unit, price: known.price, type: "hourType" } } };
}
