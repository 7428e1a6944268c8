import { z } from "zod";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { WorkOrderOrigin, WorkOrderStatus } from "@/lib/generated/prisma/enums";
import type { ContentLine, WorkOrderContent } from "@/lib/work-orders/work-order-content";
import type { WorkOrderParty } from "@/lib/work-orders/work-order-detail";

export type NewWorkOrder = {
  id: string;
  accountId: string;
  number: string;
  status: WorkOrderStatus;
  workStatusId: string | null;
  origin: WorkOrderOrigin;
  /** Null unless it is complete or handled. */
  completedAt: Date | null;
  createdAt: Date;
  content: WorkOrderContent;
};

/**
 * Writes new work orders with their lines, in two statements for however many. A number that the account already has is left out,
 * after waiting for whoever is writing it at this moment. Out: the ids of those that were written.
 */
export async function insertWorkOrders(tx: Prisma.TransactionClient, workOrders: readonly NewWorkOrder[]): Promise<ReadonlySet<string>> {
  const rows = workOrders.map(({ content, ...head }) => ({ ...head, updatedAt: head.createdAt, ...headValues(content) }));
  const columns = Object.keys(headTypes).map((name) => `"${snake(name)}"`).join(", ");
  const written = await tx.$queryRawUnsafe(
    `INSERT INTO work_order (${columns}) SELECT ${names(headTypes)} FROM jsonb_to_recordset($1::jsonb) AS row (${typed(headTypes)})
     ON CONFLICT (account_id, number) DO NOTHING RETURNING id`,
    JSON.stringify(rows),
  );
  const ids = new Set(z.array(z.object({ id: z.uuid() })).parse(written).map(({ id }) => id));
  await insertLines(tx, workOrders.filter(({ id }) => ids.has(id)).map(({ id, accountId, content }) => ({ workOrderId: id, accountId, lines: content.lines })));
  return ids;
}

/** Writes the lines of work orders that have none. */
export async function insertLines(tx: Prisma.TransactionClient, of: readonly { workOrderId: string; accountId: string; lines: readonly ContentLine[] }[]): Promise<void> {
  const rows = of.flatMap(({ workOrderId, accountId, lines }) => lines.map((line, index) => ({ ...line, workOrderId, accountId, position: index + 1 })));
  for (const [table, type, types] of [["work_order_material", "material", materialTypes], ["work_period", "period", periodTypes]] as const) {
    const wanted = rows.filter((row) => row.type === type);
    if (wanted.length === 0) continue;
    const columns = Object.keys(types).map((name) => `"${snake(name)}"`).join(", ");
    await tx.$executeRawUnsafe(
      `INSERT INTO ${table} (${columns}) SELECT ${names(types)} FROM jsonb_to_recordset($1::jsonb) AS row (${typed(types)})`,
      JSON.stringify(wanted),
    );
  }
}

/** The columns of the work order itself that its content fills, days as texts. */
export function headValues({ customer, invoiceCustomer, lines: _lines, ...fields }: WorkOrderContent) {
  return { ...fields, ...customerValues(customer), ...invoiceValues(invoiceCustomer) };
}

function customerValues(party: WorkOrderParty) {
  return {
    customerDebtorNumber: party.debtorNumber, customerName: party.name, customerStreet: party.street, customerHouseNumber: party.houseNumber,
    customerPostalCode: party.postalCode, customerCity: party.city, customerCountryCode: party.countryCode, customerContact: party.contact,
    customerPhone: party.phone, customerEmail: party.email,
  };
}

function invoiceValues(party: WorkOrderParty | null) {
  return {
    invoiceDebtorNumber: party?.debtorNumber ?? null, invoiceName: party?.name ?? null, invoiceStreet: party?.street ?? null,
    invoiceHouseNumber: party?.houseNumber ?? null, invoicePostalCode: party?.postalCode ?? null, invoiceCity: party?.city ?? null,
    invoiceCountryCode: party?.countryCode ?? null, invoiceContact: party?.contact ?? null, invoicePhone: party?.phone ?? null,
    invoiceEmail: party?.email ?? null,
  };
}

type Types = Readonly<Record<string, string>>;

const partyTypes = (prefix: string): Types =>
  Object.fromEntries(["DebtorNumber", "Name", "Street", "HouseNumber", "PostalCode", "City", "CountryCode", "Contact", "Phone", "Email"].map((field) => [`${prefix}${field}`, "text"]));

const headTypes: Types = {
  id: "uuid", accountId: "uuid", number: "text", status: "work_order_status", workStatusId: "uuid", origin: "work_order_origin",
  completedAt: "timestamptz", createdAt: "timestamptz", updatedAt: "timestamptz",
  projectNumber: "text", externalProjectNumber: "text", ...partyTypes("customer"), deliveryAddressCode: "text", ...partyTypes("invoice"),
  workDate: "date", endDate: "date", typeOfWork: "text", shortDescription: "text", description: "text", internalDescription: "text",
};

const lineTypes: Types = { accountId: "uuid", workOrderId: "uuid", position: "int" };

const materialTypes: Types = {
  ...lineTypes, code: "text", name: "text", quantity: "numeric", unit: "text", price: "numeric", discount: "numeric", vatRate: "numeric", warehouseCode: "text",
};

const periodTypes: Types = {
  ...lineTypes, date: "date", beginMinute: "int", endMinute: "int", breakMinutes: "int", totalMinutes: "int", hourTypeCode: "text", employeeCode: "text",
  employeeName: "text", remark: "text", isTravel: "boolean",
};

const names = (types: Types) => Object.keys(types).map((name) => `"${name}"`).join(", ");
const typed = (types: Types) => Object.entries(types).map(([name, type]) => `"${name}" ${type}`).join(", ");
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
