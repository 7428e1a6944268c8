import { writeClock, writeDuration } from "@/components/work-orders/clock-time";
import type { WorkOrderParty } from "@/lib/work-orders/work-order-detail";
import { periodMinutes } from "@/lib/work-orders/period-minutes";
import type { ContentLine, WorkOrderContent } from "@/lib/work-orders/work-order-content";

/** A work order as it stands in the form: everything is text as people type it, decimals with the mark of their language. */
export type PartyValues = { [Field in keyof WorkOrderParty]: string };
export type MaterialValues = { type: "material"; code: string; name: string; quantity: string; unit: string; price: string; discount: string; vatRate: string; warehouseCode: string };
export type PeriodValues = {
  type: "period"; date: string; begin: string; end: string; break: string; total: string; hourTypeCode: string; employeeCode: string; employeeName: string; remark: string; isTravel: boolean;
};
export type LineValues = MaterialValues | PeriodValues;
export type FormValues = {
  projectNumber: string;
  externalProjectNumber: string;
  customer: PartyValues;
  deliveryAddressCode: string;
  /** Somebody else pays. */
  hasInvoiceCustomer: boolean;
  invoiceCustomer: PartyValues;
  workDate: string;
  endDate: string;
  typeOfWork: string;
  shortDescription: string;
  description: string;
  internalDescription: string;
  lines: LineValues[];
};

type DecimalMark = "," | ".";

const emptyParty: PartyValues = { debtorNumber: "", name: "", street: "", houseNumber: "", postalCode: "", city: "", countryCode: "", contact: "", phone: "", email: "" };

export function emptyMaterial(): MaterialValues {
  return { type: "material", code: "", name: "", quantity: "1", unit: "", price: "", discount: "", vatRate: "", warehouseCode: "" };
}

/** A new period is on the day of the work, by whoever worked the one before. */
export function emptyPeriod(date: string, before: PeriodValues | undefined): PeriodValues {
  const { employeeCode = "", employeeName = "", hourTypeCode = "" } = before ?? {};
  return { type: "period", date: before?.date ?? date, begin: "", end: "", break: "", total: "", hourTypeCode, employeeCode, employeeName, remark: "", isTravel: false };
}

export function emptyValues(today: string): FormValues {
  return {
    projectNumber: "", externalProjectNumber: "", customer: emptyParty, deliveryAddressCode: "", hasInvoiceCustomer: false, invoiceCustomer: emptyParty,
    workDate: today, endDate: "", typeOfWork: "", shortDescription: "", description: "", internalDescription: "", lines: [],
  };
}

/** What is stored, as it is typed. */
export function valuesOf(content: WorkOrderContent, mark: DecimalMark): FormValues {
  return {
    projectNumber: content.projectNumber ?? "",
    externalProjectNumber: content.externalProjectNumber ?? "",
    customer: partyValues(content.customer),
    deliveryAddressCode: content.deliveryAddressCode ?? "",
    hasInvoiceCustomer: content.invoiceCustomer !== null,
    invoiceCustomer: content.invoiceCustomer ? partyValues(content.invoiceCustomer) : emptyParty,
    workDate: content.workDate,
    endDate: content.endDate ?? "",
    typeOfWork: content.typeOfWork ?? "",
    shortDescription: content.shortDescription ?? "",
    description: content.description ?? "",
    internalDescription: content.internalDescription ?? "",
    lines: content.lines.map((line) => lineValues(line, mark)),
  };
}

function partyValues(party: WorkOrderParty): PartyValues {
  const { debtorNumber, name, street, houseNumber, postalCode, city, countryCode, contact, phone, email } = party;
  const text = (value: string | null) => value ?? "";
  return {
    debtorNumber: text(debtorNumber), name: text(name), street: text(street), houseNumber: text(houseNumber), postalCode: text(postalCode),
    city: text(city), countryCode: text(countryCode), contact: text(contact), phone: text(phone), email: text(email),
  };
}

function lineValues(line: ContentLine, mark: DecimalMark): LineValues {
  if (line.type === "material") {
    const { code, name, quantity, unit, price, discount, vatRate, warehouseCode } = line;
    return {
      type: "material", code, name, unit: unit ?? "", warehouseCode: warehouseCode ?? "",
      quantity: typedDecimal(quantity, mark), price: typedDecimal(price, mark), discount: Number(discount) === 0 ? "" : typedDecimal(discount, mark), vatRate: typedDecimal(vatRate, mark),
    };
  }
  const { date, beginMinute, endMinute, breakMinutes, totalMinutes, hourTypeCode, employeeCode, employeeName, remark, isTravel } = line;
  return {
    type: "period", date, hourTypeCode, employeeCode: employeeCode ?? "", employeeName: employeeName ?? "", remark: remark ?? "", isTravel,
    begin: beginMinute === null ? "" : writeClock(beginMinute),
    end: endMinute === null ? "" : writeClock(endMinute),
    break: breakMinutes === 0 ? "" : writeDuration(breakMinutes),
    // Follows from the times again when they are changed, unless it was entered otherwise.
    total: periodMinutes({ beginMinute, endMinute, breakMinutes, totalMinutes: null }) === totalMinutes ? "" : writeDuration(totalMinutes),
  };
}

/** 2.5 as 2,5 where that is how it is written. */
export function typedDecimal(value: string | null, mark: DecimalMark): string {
  return value === null ? "" : value.replace(".", mark);
}
