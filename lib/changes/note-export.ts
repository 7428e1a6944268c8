import type { RecordKind } from "@/lib/connectors/record-kinds";
import type { RecordChangeKind } from "@/lib/generated/prisma/enums";
import type { Prisma } from "@/lib/generated/prisma/client";

type ExportStep = {
  accountId: string;
  connectionId: string;
  workOrderId: string;
  kind: RecordKind;
  localId: string;
  /** `created` at the vendor and here; `linked`: it was here before; `reactivated`: it was here and out of use. */
  what: Extract<RecordChangeKind, "created" | "linked" | "reactivated">;
};

/** Writes into a record's history what an export of a work order did with it. To be called in the transaction that did it. */
export async function noteExport(tx: Prisma.TransactionClient, step: ExportStep): Promise<void> {
  await tx.recordChange.create({ data: { ...step, source: "export", changes: [] } });
}
