import { z } from "zod";
import type { Connector, Retrieval } from "@/lib/connectors/connector";
import { importKinds, type ImportKind, type RecordKind } from "@/lib/connectors/record-kinds";
import type { SyncTrigger } from "@/lib/generated/prisma/enums";

const switches = z.object({ imports: z.partialRecord(z.enum(importKinds), z.boolean()) });

/** The imports that a connection's stored settings switch on. */
export function switchedOnKinds(settings: unknown): ImportKind[] {
  const parsed = switches.safeParse(settings);
  return parsed.success ? importKinds.filter((kind) => parsed.data.imports[kind] === true) : [];
}

function isImport(kind: RecordKind): kind is ImportKind {
  return importKinds.some((one) => one === kind);
}

/** What of these imports a sync of this kind may read: retrievals that are only for what is asked for by hand are left out of all others. */
export function kindsForTrigger(connector: Connector, kinds: readonly ImportKind[], trigger: SyncTrigger): ImportKind[] {
  const isByHand = trigger === "manual" || trigger === "lookUp";
  const allowed = connector.retrievals.filter((retrieval) => isByHand || retrieval.schedule === "automatic");
  return kinds.filter((kind) => allowed.some((retrieval) => retrieval.imports.includes(kind)));
}

/** The kinds of record one retrieval writes for these imports: those asked for, and what comes along with them. */
export function coveredKinds(retrieval: Retrieval, imports: readonly RecordKind[]): RecordKind[] {
  if (!retrieval.imports.some((kind) => imports.includes(kind))) return [];
  return retrieval.kinds.filter((kind) => !isImport(kind) || !retrieval.imports.includes(kind) || imports.includes(kind));
}

/** The retrievals that these imports need, in the contract's order, each with its kinds. */
export function plannedRetrievals(connector: Connector, imports: readonly RecordKind[]): { retrieval: Retrieval; kinds: RecordKind[] }[] {
  return connector.retrievals
    .map((retrieval) => ({ retrieval, kinds: coveredKinds(retrieval, imports) }))
    .filter(({ kinds }) => kinds.length > 0);
}
