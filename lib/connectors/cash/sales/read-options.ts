import type { ExportOptions } from "@/lib/connectors/export-settings";
import { cashSettingsSchema } from "../settings-schema";

const minutes = { "0": 0, "5": 5, "15": 15, "30": 30 } as const;

/**
 * The engine's view of the settings of a Cash connection, as they are stored.
 * @throws ZodError when they are not settings of Cash
 */
export function readExportOptions(settings: unknown): ExportOptions {
  const { exports } = cashSettingsSchema.parse(settings ?? {});
  return {
    isOn: exports.isOn,
    triggerId: exports.trigger,
    statusAfterId: exports.statusAfter,
    startDate: exports.startDate,
    roundingMinutes: minutes[exports.hourRounding],
    defaultWarehouse: exports.defaultWarehouse,
    hasWorkDescription: exports.workDescription,
    hasPeriodRemark: true,
    defaultVatRate: null,
    createsRelations: exports.newRelation,
    createsMaterials: exports.newMaterial,
    lineSequence: exports.lineSequence,
    referenceFormat: exports.referenceFormat,
  };
}
