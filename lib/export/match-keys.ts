import type { MatchedKeys, WantedKeys } from "@/lib/connectors/exporter";
import type { ExportConnection } from "@/lib/export/export-connection";
import type { Prisma } from "@/lib/generated/prisma/client";

type Store = { prisma: Prisma.TransactionClient };
type LookUp = (wanted: WantedKeys) => Promise<MatchedKeys>;

/**
 * Which of the keys of a document the vendor knows, and by which ids: by what was imported from this administration or created there by an
 * earlier export; only about the rest the vendor is asked.
 */
export async function matchKeys(store: Store, connection: ExportConnection, wanted: WantedKeys, lookUp: LookUp): Promise<MatchedKeys> {
  const created = await readCreated(store, connection, [...wanted.relations, ...wanted.articles]);
  const known = {
    relations: { ...pick(created.relation, wanted.relations), ...(await readLinked(store, connection, "relation", wanted.relations)) },
    articles: { ...pick(created.article, wanted.articles), ...(await readLinked(store, connection, "article", wanted.articles)) },
  };
  const unknown = {
    // A customer without a number cannot be asked for.
    relations: wanted.relations.filter((key) => !Object.hasOwn(known.relations, key) && !key.startsWith("new:")),
    articles: wanted.articles.filter((key) => !Object.hasOwn(known.articles, key)),
  };
  if (unknown.relations.length + unknown.articles.length === 0) return known;
  const found = await lookUp(unknown);
  return { ...found, relations: { ...known.relations, ...found.relations }, articles: { ...known.articles, ...found.articles } };
}

function pick(all: ReadonlyMap<string, string>, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.flatMap((key) => { const id = all.get(key); return id === undefined ? [] : [[key, id]]; }));
}

/** Active records here that are linked with one of the administration. */
async function readLinked({ prisma }: Store, { id, accountId, administration }: ExportConnection, kind: "relation" | "article", keys: readonly string[]): Promise<Record<string, string>> {
  const rows = kind === "relation"
    ? await prisma.$queryRaw<{ key: string; externalId: string }[]>`
        SELECT record.debtor_number AS key, link.external_id AS "externalId" FROM relation record JOIN external_link link ON link.local_id = record.id
        WHERE record.account_id = ${accountId}::uuid AND record.active AND record.debtor_number = ANY(${[...keys]}::text[])
          AND link.connection_id = ${id}::uuid AND link.administration = ${administration ?? ""} AND link.kind = 'relations'`
    : await prisma.$queryRaw<{ key: string; externalId: string }[]>`
        SELECT record.code AS key, link.external_id AS "externalId"
        FROM (SELECT id, code FROM material WHERE account_id = ${accountId}::uuid AND active AND code = ANY(${[...keys]}::text[])
          UNION ALL SELECT id, code FROM hour_type WHERE account_id = ${accountId}::uuid AND active AND code = ANY(${[...keys]}::text[])) record
          JOIN external_link link ON link.local_id = record.id
        WHERE link.connection_id = ${id}::uuid AND link.administration = ${administration ?? ""} AND link.kind IN ('materials', 'hourTypes')`;
  return Object.fromEntries(rows.map(({ key, externalId }) => [key, externalId]));
}

async function readCreated({ prisma }: Store, { id, administration }: ExportConnection, keys: readonly string[]) {
  const rows = await prisma.exportCreation.findMany({
    where: { connectionId: id, administration: administration ?? "", state: "created", localKey: { in: [...keys] } },
    select: { kind: true, localKey: true, externalId: true, vendorId: true },
  });
  const of = (kind: "relation" | "article") => new Map(rows.filter((row) => row.kind === kind).map(({ localKey, externalId, vendorId }) => [localKey, vendorId ?? externalId]));
  return { relation: of("relation"), article: of("article") };
}
