import { z } from "zod";
import { exportSettingsShape, lineSequences, newMaterialSwitch, newRelationSwitch, referenceFormats } from "@/lib/connectors/export-settings";
import { formFields } from "@/lib/forms/form-fields";

const importSwitch = (isOnAtFirst: boolean) => z.boolean().default(isOnAtFirst).register(formFields, { control: "switch" });

const imports = z.object({
  relations: importSwitch(true),
  materials: importSwitch(true),
  hourTypes: importSwitch(true),
  warehouses: importSwitch(true),
  // Only ever read by hand, so switched on by whoever wants them.
  employees: importSwitch(false),
});

const { isOn, trigger, statusAfter, startDate, hourRounding } = exportSettingsShape;

/** The export options in the order of the page. */
export const cashExportsSchema = z.object({
  isOn,
  trigger,
  statusAfter,
  startDate,
  /** Code of a warehouse. */
  defaultWarehouse: z.string().min(1).max(50).nullable().default(null).register(formFields, { control: "choice", options: "warehouses", group: "document" }),
  hourRounding,
  workDescription: z.boolean().default(false).register(formFields, { control: "switch", group: "document" }),
  lineSequence: z.enum(lineSequences).default("materialsFirst").register(formFields, { control: "choice", options: lineSequences, group: "document" }),
  referenceFormat: z.enum(referenceFormats).default("workOrderAndExternalProject").register(formFields, { control: "choice", options: referenceFormats, group: "document" }),
  newRelation: newRelationSwitch,
  newMaterial: newMaterialSwitch,
});

/** The settings of a Cash connection; parsing an empty object gives those of a new one. */
export const cashSettingsSchema = z.object({ imports: imports.prefault({}), exports: cashExportsSchema.prefault({}) });
