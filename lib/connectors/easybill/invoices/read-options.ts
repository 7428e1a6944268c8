import type { ExportSettings } from "@/lib/connectors/connector";
import type { ExportOptions } from "@/lib/connectors/export-settings";
import { z } from "zod";
import { easybillExportsSchema, type EasybillExports } from "../exports-schema";

const minutes = { "0": 0, "5": 5, "15": 15, "30": 30 } as const;
/** A description behind the number is part of the title alone: by the reference the invoice is found again. */
const referenceOf = { workOrder: "workOrder", workOrderAndExternalProject: "workOrderAndExternalProject", workOrderAndProject: "workOrderAndProject", workOrderAndDescription: "workOrder" } as const;

const settingsSchema = z.object({ exports: easybillExportsSchema.prefault({}) });

/**
 * The engine's view of the settings of an EasyBill connection, as they are stored.
 * @throws ZodError when they are not settings of EasyBill
 */
export function readExportOptions(settings: unknown): ExportOptions {
  const { exports } = settingsSchema.parse(settings ?? {});
  return {
    isOn: exports.isOn,
    triggerId: exports.trigger,
    statusAfterId: exports.statusAfter,
    startDate: exports.startDate,
    roundingMinutes: minutes[exports.hourRounding],
    defaultWarehouse: null,
    hasWorkDescription: exports.workDescription,
    hasPeriodRemark: exports.periodRemark,
    defaultVatRate: exports.defaultVatRate,
    createsRelations: exports.newRelation,
    createsMaterials: exports.newMaterial,
    lineSequence: exports.lineSequence,
    referenceFormat: referenceOf[exports.titleFormat],
  };
}

/** The options an invoice is written with; what is missing is as in a new connection. */
export function readInvoiceOptions(exports: ExportSettings): EasybillExports {
  return easybillExportsSchema.parse(exports);
}
