import type { Connector } from "@/lib/connectors/connector";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";
import { coveredKinds } from "@/lib/sync/covered-kinds";

/** What an import has brought so far. Moments are ISO texts (UTC). */
export type ImportStanding = {
  kind: ImportKind;
  /** Active records in OutSmart. */
  records: number;
  /** Records that the vendor has and that are not imported, those that come along included. */
  notImported: number;
  /** Null: never read in this administration. */
  lastReadAt: string | null;
  /** How many records the last pass created, changed or deactivated. */
  lastChanges: number;
  /** Of imports that are read by hand only: who asked for the last one. */
  lastRequestedBy: string | null;
};

type Scope = { accountId: string; connectionId: string; administration: string | null };

/** Where each import of a vendor stands, in the manifest's order. */
export async function readImportStandings(db: Database, { manifest, retrievals }: Connector, scope: Scope): Promise<ImportStanding[]> {
  const { connectionId } = scope;
  const administration = scope.administration ?? "";
  const [checkpoints, skipped, counted] = await Promise.all([
    db.prisma.importCheckpoint.findMany({ where: { connectionId, administration }, select: { kind: true, lastReadAt: true, lastChanges: true } }),
    db.prisma.skippedRecord.groupBy({ by: ["kind"], where: { accountId: scope.accountId, connectionId, administration }, _count: true }),
    Promise.all(manifest.imports.map((kind) => countActive(db, scope.accountId, kind))),
  ]);
  return Promise.all(
    manifest.imports.map(async (kind, index) => {
      const checkpoint = checkpoints.find((one) => one.kind === kind);
      // What comes along (delivery addresses) stands on the same list.
      const together = retrievals.flatMap((retrieval) => coveredKinds(retrieval, [kind]));
      const isManual = !retrievals.some((retrieval) => retrieval.schedule === "automatic" && retrieval.imports.includes(kind));
      return {
        kind,
        records: counted[index] ?? 0,
        notImported: skipped.filter((one) => together.includes(one.kind)).reduce((sum, one) => sum + one._count, 0),
        lastReadAt: checkpoint?.lastReadAt?.toISOString() ?? null,
        lastChanges: checkpoint?.lastChanges ?? 0,
        lastRequestedBy: isManual && checkpoint?.lastReadAt ? await findRequester(db, scope, kind) : null,
      };
    }),
  );
}

async function countActive({ prisma }: Database, accountId: string, kind: ImportKind): Promise<number> {
  const where = { accountId, active: true };
  switch (kind) {
    case "relations":
      return prisma.relation.count({ where });
    case "contacts":
      return prisma.contact.count({ where });
    case "categories":
      return prisma.category.count({ where });
    case "materials":
      return prisma.material.count({ where });
    case "hourTypes":
      return prisma.hourType.count({ where });
    case "warehouses":
      return prisma.warehouse.count({ where });
    case "employees":
      return prisma.employee.count({ where });
  }
}

async function findRequester({ prisma }: Database, { accountId, connectionId }: Scope, kind: ImportKind): Promise<string | null> {
  const run = await prisma.syncRun.findFirst({
    where: { accountId, connectionId, imports: { some: { kind, state: "done" } } },
    orderBy: { requestedAt: "desc" },
    select: { requestedBy: true },
  });
  return run?.requestedBy ?? null;
}
