import type { Prisma } from "@/lib/generated/prisma/client";
import type { WorkOrderMaterial, WorkOrderParty, WorkPeriod } from "@/lib/work-orders/work-order-detail";

/** The content of a work order as it is stored, without its lines and its history. */
export const contentColumns = {
  projectNumber: true,
  externalProjectNumber: true,
  customerDebtorNumber: true,
  customerName: true,
  customerStreet: true,
  customerHouseNumber: true,
  customerPostalCode: true,
  customerCity: true,
  customerCountryCode: true,
  customerContact: true,
  customerPhone: true,
  customerEmail: true,
  deliveryAddressCode: true,
  invoiceDebtorNumber: true,
  invoiceName: true,
  invoiceStreet: true,
  invoiceHouseNumber: true,
  invoicePostalCode: true,
  invoiceCity: true,
  invoiceCountryCode: true,
  invoiceContact: true,
  invoicePhone: true,
  invoiceEmail: true,
  workDate: true,
  endDate: true,
  typeOfWork: true,
  shortDescription: true,
  description: true,
  internalDescription: true,
} as const satisfies Prisma.WorkOrderSelect;

export const materialColumns = {
  id: true,
  position: true,
  code: true,
  name: true,
  quantity: true,
  unit: true,
  price: true,
  discount: true,
  vatRate: true,
  warehouseCode: true,
} as const satisfies Prisma.WorkOrderMaterialSelect;

export const periodColumns = {
  id: true,
  position: true,
  date: true,
  beginMinute: true,
  endMinute: true,
  breakMinutes: true,
  totalMinutes: true,
  hourTypeCode: true,
  employeeCode: true,
  employeeName: true,
  remark: true,
  isTravel: true,
} as const satisfies Prisma.WorkPeriodSelect;

type StoredContent = Prisma.WorkOrderGetPayload<{ select: typeof contentColumns }>;
type StoredMaterial = Prisma.WorkOrderMaterialGetPayload<{ select: typeof materialColumns }>;
type StoredPeriod = Prisma.WorkPeriodGetPayload<{ select: typeof periodColumns }>;

/** YYYY-MM-DD of a date column, which comes as midnight in UTC. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function customerOf(row: StoredContent): WorkOrderParty {
  return {
    debtorNumber: row.customerDebtorNumber,
    name: row.customerName,
    street: row.customerStreet,
    houseNumber: row.customerHouseNumber,
    postalCode: row.customerPostalCode,
    city: row.customerCity,
    countryCode: row.customerCountryCode,
    contact: row.customerContact,
    phone: row.customerPhone,
    email: row.customerEmail,
  };
}

/** Null where all is empty: then the customer pays. */
export function invoiceCustomerOf(row: StoredContent): WorkOrderParty | null {
  const party: WorkOrderParty = {
    debtorNumber: row.invoiceDebtorNumber,
    name: row.invoiceName,
    street: row.invoiceStreet,
    houseNumber: row.invoiceHouseNumber,
    postalCode: row.invoicePostalCode,
    city: row.invoiceCity,
    countryCode: row.invoiceCountryCode,
    contact: row.invoiceContact,
    phone: row.invoicePhone,
    email: row.invoiceEmail,
  };
  return Object.values(party).some((value) => value !== null) ? party : null;
}

/** `toFixed` without places is decimal notation with every digit and no others: 17.9500 is 17.95. */
export function materialOf({ quantity, price, discount, vatRate, ...row }: StoredMaterial): WorkOrderMaterial {
  return { ...row, quantity: quantity.toFixed(), price: price?.toFixed() ?? null, discount: discount.toFixed(), vatRate: vatRate?.toFixed() ?? null };
}

export function periodOf({ date, ...row }: StoredPeriod): WorkPeriod {
  return { ...row, date: dayOf(date) };
}
