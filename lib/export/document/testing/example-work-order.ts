import type { ExportOptions } from "@/lib/connectors/export-settings";
import type { WorkOrderParty } from "@/lib/work-orders/work-order-detail";
import type { DocumentCatalogue, DocumentTarget } from "../document-catalogue";
import type { ExportableMaterial, ExportablePeriod, ExportableWorkOrder } from "../exportable-work-order";

export const exampleParty: WorkOrderParty = {
  debtorNumber: "10023", name: "Bakkerij De Korenaar", street: "Dorpsstraat", houseNumber: "12", postalCode: "3511 AB", city: "Utrecht", countryCode: "NL",
  contact: "Mevr. Jansen", phone: "030 123 45 67", email: "info@korenaar.example",
};

export const exampleMaterial: ExportableMaterial = {
  position: 1, code: "4711", name: "Koelkraan", quantity: "2.0000", unit: "st", price: "12.5000", discount: "0", vatRate: "21.00", warehouseCode: null,
};

export const examplePeriod: ExportablePeriod = { position: 2, date: "2026-11-20", totalMinutes: 20, hourTypeCode: "MONT", remark: null };

/** One material line and one period of a third of an hour. */
export const exampleWorkOrder: ExportableWorkOrder = {
  number: "2026.1234", revision: 1, projectNumber: null, externalProjectNumber: null,
  customer: exampleParty, invoiceCustomer: null, deliveryAddressCode: null,
  workDate: "2026-11-19", endDate: "2026-11-20",
  typeOfWork: "Storing", shortDescription: "Koeling lekt", description: "Kraan vervangen\nGetest",
  materials: [exampleMaterial],
  periods: [examplePeriod],
};

export const exampleCatalogue: DocumentCatalogue = {
  materials: new Map([["4711", { name: "Koelkraan 1/2\"", unit: "stuk", price: "14.00", vatRate: null }]]),
  hourTypes: new Map([
    ["MONT", { name: "Monteur", unit: "uur", price: "62.50", vatRate: null, isBillable: true }],
    ["REIS", { name: "Reistijd", unit: "uur", price: "40.00", vatRate: null, isBillable: false }],
  ]),
  warehouses: null,
  deliveryAddresses: null,
};

export const exampleOptions: ExportOptions = {
  isOn: true, triggerId: null, statusAfterId: null, startDate: null, roundingMinutes: 0, defaultWarehouse: null, hasWorkDescription: false, hasPeriodRemark: true, defaultVatRate: null,
  createsRelations: true, createsMaterials: true, lineSequence: "materialsFirst", referenceFormat: "workOrder",
};

export const exampleTarget: DocumentTarget = { vendorName: "Cash", referenceLength: 30, reference: null };
