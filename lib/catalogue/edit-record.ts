import { z } from "zod";
import { noteEdit, type FieldChange } from "@/lib/changes/note-edit";
import { checkField } from "@/lib/catalogue/check-field";
import { editableFields } from "@/lib/catalogue/editable-fields";
import { recordNotFound } from "@/lib/catalogue/read-record";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import type { Database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { recordLocalEdits } from "@/lib/sync/local-edits";
import { recordTables, type Column } from "@/lib/sync/record-tables";

type Address = { accountId: string; kind: ImportKind; id: string };

type Edit = Address & {
  /** What was typed, by field: only what the person changed. */
  typed: Readonly<Record<string, string>>;
  /** The person's name, as the history shows it. */
  editedBy: string;
};

type Wanted = { column: Column; after: string | null };

/**
 * Changes fields of a record by hand and keeps what the vendor had, so that a manual sync can say what it will overwrite.
 * Out: the record's number, and what has really changed.
 * @throws AppError invalid_input, record_not_found
 */
export async function editRecord({ prisma }: Database, { typed, editedBy, ...address }: Edit): Promise<{ number: string; changes: FieldChange[] }> {
  const wanted = checkTyped(address.kind, typed);
  return prisma.$transaction(async (tx) => {
    const { number, values } = await lockRecord(tx, address);
    const changes = wanted.flatMap(({ column, after }) => {
      const before = canonical(column, values[column.field] ?? null);
      return before === after ? [] : [{ field: column.field, before, after }];
    });
    const changed = wanted.filter(({ column }) => changes.some(({ field }) => field === column.field));
    if (changed.length > 0) {
      await writeFields(tx, address, changed);
      await recordLocalEdits(tx, { accountId: address.accountId, kind: address.kind, localId: address.id, editedBy, edits: changes });
      await noteEdit(tx, { accountId: address.accountId, kind: address.kind, localId: address.id, editedBy, changes });
    }
    return { number, changes };
  });
}

function checkTyped(kind: ImportKind, typed: Readonly<Record<string, string>>): Wanted[] {
  return Object.entries(typed).map(([name, text]) => {
    const field = editableFields[kind].find((one) => one.name === name);
    const column = recordTables[kind].columns.find((one) => one.field === name);
    const checked = field && checkField(kind, field, text);
    if (!column || !checked?.ok) throw new AppError("invalid_input", { kind: "config", params: { field: name } });
    return { column, after: canonical(column, checked.value === null ? null : String(checked.value)) };
  });
}

const locked = z.array(z.object({ number: z.string(), values: z.record(z.string(), z.string().nullable()) }));

/** The values as they are now; nobody else changes the record until the transaction ends. */
async function lockRecord(tx: Prisma.TransactionClient, { accountId, kind, id }: Address) {
  const { table, keyColumn, columns } = recordTables[kind];
  const pairs = columns.map(({ name, field }) => `'${field}', "${name}"::text`).join(", ");
  const rows = await tx.$queryRawUnsafe(
    `SELECT "${keyColumn}" AS number, json_build_object(${pairs}) AS values FROM ${table} WHERE account_id = $1::uuid AND id = $2::uuid FOR UPDATE`,
    accountId,
    id,
  );
  const [record] = locked.parse(rows);
  if (!record) throw recordNotFound(kind);
  return record;
}

async function writeFields(tx: Prisma.TransactionClient, { accountId, kind, id }: Address, changed: readonly Wanted[]): Promise<void> {
  const assignments = changed.map(({ column }, index) => `"${column.name}" = $${index + 3}::text::${column.type}`);
  await tx.$executeRawUnsafe(
    `UPDATE ${recordTables[kind].table} SET updated_at = now(), ${assignments.join(", ")} WHERE account_id = $1::uuid AND id = $2::uuid`,
    accountId,
    id,
    ...changed.map(({ after }) => after),
  );
}

/** 17.5 and 17.5000 are one amount: zeros that say nothing go. */
function canonical({ type }: Column, value: string | null): string | null {
  if (type !== "numeric" || value === null) return value;
  const [whole = "", fraction = ""] = value.split(".");
  const kept = fraction.replace(/0+$/, "");
  const trimmed = whole.replace(/^(-?)0+(?=\d)/, "$1");
  return kept === "" ? trimmed : `${trimmed}.${kept}`;
}
