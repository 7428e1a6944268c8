import type { MatchDetails, MatchedKeys, WantedKeys } from "@/lib/connectors/exporter";
import type { EasybillClient } from "../client";
import { positionSchema, type Position } from "../records/schemas";
import { lineOf } from "../records/text";
import { joinNumbers } from "./ask-numbers";
import { detailsOfCustomer, detailsOfPosition } from "./match-details";
import { payerSchema, type EasybillPayer } from "./records";
import { readList } from "./read-pages";

type Numbered = { id: number; number?: string | null; archived?: boolean | null };

/**
 * Asks EasyBill which customers and positions have these numbers: as a rule one request for each kind. What it says of them besides comes
 * along. Archived ones are known, so that nothing is ever created over them; where several share a number, one that is not archived counts.
 */
export async function lookUpNumbers(client: EasybillClient, { relations, articles }: WantedKeys): Promise<MatchedKeys> {
  const customers = match(relations, await readCustomers(client, askable(relations)));
  const positions = match(articles, await readPositions(client, askable(articles)));
  return {
    relations: idsOf(customers),
    articles: idsOf(positions),
    blocked: { relations: archivedOf(customers), articles: archivedOf(positions) },
    details: { relations: detailsOf(customers, detailsOfCustomer), articles: detailsOf(positions, detailsOfPosition) },
  };
}

export async function readCustomers(client: EasybillClient, numbers: readonly string[]): Promise<EasybillPayer[]> {
  const found: EasybillPayer[] = [];
  for (const number of joinNumbers(numbers)) found.push(...(await readList(client, { operation: "ListCustomers", path: "/customers", query: { number }, item: payerSchema })));
  return found;
}

/** Positions of the type TEXT have numbers too, but nothing to bill. */
export async function readPositions(client: EasybillClient, numbers: readonly string[]): Promise<Position[]> {
  const found: Position[] = [];
  for (const number of joinNumbers(numbers)) found.push(...(await readList(client, { operation: "ListPositions", path: "/positions", query: { number }, item: positionSchema })));
  return found.filter(({ type }) => type !== "TEXT");
}

/** The record of each key, where there is one. A number is the same however many spaces stand around it. */
function match<Item extends Numbered>(keys: readonly string[], items: readonly Item[]): Map<string, Item> {
  return new Map(
    [...new Set(keys)].flatMap((key) => {
      const same = items.filter(({ number }) => lineOf(number) === lineOf(key) && lineOf(key) !== null);
      const [item] = same.toSorted((one, other) => Number(one.archived === true) - Number(other.archived === true) || one.id - other.id);
      return item === undefined ? [] : [[key, item] as const];
    }),
  );
}

function askable(keys: readonly string[]): string[] {
  return keys.flatMap((key) => lineOf(key) ?? []);
}

function idsOf(matches: ReadonlyMap<string, Numbered>): Record<string, string> {
  return Object.fromEntries([...matches].map(([key, { id }]) => [key, String(id)]));
}

function archivedOf(matches: ReadonlyMap<string, Numbered>): string[] {
  return [...matches].flatMap(([key, { archived }]) => (archived === true ? [key] : []));
}

function detailsOf<Item extends Numbered>(matches: ReadonlyMap<string, Item>, describe: (item: Item) => MatchDetails[string]): MatchDetails {
  return Object.fromEntries([...matches.values()].map((item) => [String(item.id), describe(item)]));
}
