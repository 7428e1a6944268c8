import { z } from "zod";
import { country, day, longText, requiredDay, requiredText, text } from "@/lib/api/field-kinds";
import { evenIfWrong, unlessMissing } from "@/lib/api/field-problems";
import { postedMaterial, postedPeriod } from "@/lib/api/posted-lines";
import { pickSpelling } from "@/lib/api/spellings";
import { statusField, workStatusField } from "@/lib/api/work-order-status";
import type { WorkOrderStatus } from "@/lib/generated/prisma/enums";
import type { WorkOrderInput } from "@/lib/work-orders/work-order-input";

/** Lines of one work order, materials and periods together. */
const lineLimit = 1_000;

/** Who the work was done for, by OutSmart's names. */
const customerFields = {
  CustomerDebtorNr: text(50).describe("Debtor number. It or CustomerName is required."),
  CustomerName: text(200),
  CustomerStreet: text(200),
  CustomerStreetNo: text(20),
  CustomerZIP: text(20),
  CustomerCity: text(100),
  CustomerCountryCode: country().describe("ISO 3166-1, two letters."),
  CustomerContact: text(200).describe("Contact person."),
  CustomerContactPerson: text(200).describe("OutSmart's other name for CustomerContact."),
  CustomerPhone: text(50),
  CustomerEmail: text(254),
} as const;

/** Who pays, where it is somebody else. */
const invoiceFields = {
  CustomerDebtorNrInvoice: text(50).describe("Who pays, where it is somebody else; all of these empty: the customer."),
  CustomerNameInvoice: text(200),
  CustomerStreetInvoice: text(200),
  CustomerStreetNoInvoice: text(20),
  CustomerZIPInvoice: text(20),
  CustomerCityInvoice: text(100),
  CustomerCountryCodeInvoice: country().describe("ISO 3166-1, two letters."),
  CustomerContactInvoice: text(200),
  CustomerContactPersonInvoice: text(200).describe("OutSmart's other name for CustomerContactInvoice."),
  CustomerPhoneInvoice: text(50),
  CustomerEmailInvoice: text(254),
} as const;

/** The fields of a work order but for its lines. */
export const workOrderFields = {
  WorkorderNo: requiredText(50).describe("The number, unique in the account. The same number again changes the work order."),
  ProjectNr: text(50),
  ExternProjectNr: text(50),
  ...customerFields,
  AdrCode: text(20).describe("Code of the customer's delivery address; empty: the customer's own address."),
  ...invoiceFields,
  WorkDate: requiredDay().describe("The day of the work: 2026-11-20 or 20-11-2026."),
  WorkEndDate: day(),
  TypeOfWork: text(100),
  ShortWorkDescription: text(200),
  WorkDescription: longText(10_000),
  InternalWorkDescription: longText(10_000).describe("Not for the customer."),
  Status: statusField().describe("Ready, Retrieved, Complete or Handled, or OutSmart's Klaargezet, Opgehaald, Compleet, Afgehandeld. Only ever a step forward: a work order that is further stays where it is. Left out: it stays as it is, a new one is Ready."),
  WorkStatus: workStatusField().describe("Code of a work status of the account. Left out: it stays as it is."),
} as const;

const lines = <Schema extends z.ZodType>(schema: Schema) =>
  z.array(schema, { error: "list" }).max(lineLimit, "tooMany").nullish().transform((given) => given ?? []);

/** What a work order from outside becomes. */
export type PostedWorkOrder = { number: string; status?: WorkOrderStatus; workStatusCode?: number; input: WorkOrderInput };

/**
 * A work order as other software sends it: the one schema for checking, reading and describing. A field that is not known is
 * refused: in a typing error data would be lost. What is left out becomes empty, but for Status and WorkStatus, which stay.
 */
export const postedWorkOrder = z
  .strictObject({ ...workOrderFields, Materials: lines(postedMaterial), Workperiods: lines(postedPeriod) }, { error: unlessMissing("object") })
  .refine(({ CustomerDebtorNr, CustomerName }) => CustomerDebtorNr !== null || CustomerName !== null, { path: ["CustomerDebtorNr"], error: "customer", ...evenIfWrong })
  .transform((given, context): PostedWorkOrder => {
    const { Materials: materials, Workperiods: periods, WorkDate: workDate, Status, WorkStatus } = given;
    if (materials.length + periods.length > lineLimit) context.addIssue({ code: "custom", path: ["Workperiods"], message: "tooMany", params: { max: lineLimit } });
    return {
      number: given.WorkorderNo,
      ...(Status === undefined ? {} : { status: Status }),
      ...(WorkStatus === undefined ? {} : { workStatusCode: WorkStatus }),
      input: {
        projectNumber: given.ProjectNr,
        externalProjectNumber: given.ExternProjectNr,
        customer: {
          debtorNumber: given.CustomerDebtorNr,
          name: given.CustomerName,
          street: given.CustomerStreet,
          houseNumber: given.CustomerStreetNo,
          postalCode: given.CustomerZIP,
          city: given.CustomerCity,
          countryCode: given.CustomerCountryCode,
          contact: pickSpelling(context, given, "CustomerContact", "CustomerContactPerson"),
          phone: given.CustomerPhone,
          email: given.CustomerEmail,
        },
        deliveryAddressCode: given.AdrCode,
        invoiceCustomer: someone({
          debtorNumber: given.CustomerDebtorNrInvoice,
          name: given.CustomerNameInvoice,
          street: given.CustomerStreetInvoice,
          houseNumber: given.CustomerStreetNoInvoice,
          postalCode: given.CustomerZIPInvoice,
          city: given.CustomerCityInvoice,
          countryCode: given.CustomerCountryCodeInvoice,
          contact: pickSpelling(context, given, "CustomerContactInvoice", "CustomerContactPersonInvoice"),
          phone: given.CustomerPhoneInvoice,
          email: given.CustomerEmailInvoice,
        }),
        workDate,
        endDate: given.WorkEndDate,
        typeOfWork: given.TypeOfWork,
        shortDescription: given.ShortWorkDescription,
        description: given.WorkDescription,
        internalDescription: given.InternalWorkDescription,
        lines: [...materials, ...periods.map((period) => ({ ...period, date: period.date ?? workDate }))],
      },
    };
  });

type Party = WorkOrderInput["customer"];

function someone(party: Party): Party | null {
  return Object.values(party).every((value) => value === null) ? null : party;
}
