import { z } from "zod";
import { formFields } from "@/lib/forms/form-fields";

export const hourRoundings = ["0", "5", "15", "30"] as const;
export const lineSequences = ["materialsFirst", "hoursFirst", "asEntered"] as const;
/** Every format begins with the complete work order number. */
export const referenceFormats = ["workOrder", "workOrderAndExternalProject", "workOrderAndProject"] as const;

/** The day from which on completed work orders go out, YYYY-MM-DD in the account's time zone. */
const day = z.iso.date();

/**
 * The options every vendor's export has. A vendor's settings schema holds them under `exports`, extended by its own; the ids are
 * those of the account's work statuses. The heading of each group is a text of the vendor's.
 */
export const exportSettingsShape = {
  /** Orders or invoices go out at all. */
  isOn: z.boolean().default(false).register(formFields, { control: "switch" }),
  /** The work status with which a completed work order goes out; null: the one made for this vendor when it was connected. */
  trigger: z.uuid().nullable().default(null).register(formFields, { control: "choice", options: "triggerStatuses", group: "workOrders" }),
  /** Set besides Handled after a successful export; null: it stays as it is. */
  statusAfter: z.uuid().nullable().default(null).register(formFields, { control: "choice", options: "workStatuses", group: "workOrders" }),
  /** Null: from no date on, nothing is held back. */
  startDate: day.nullable().default(null).register(formFields, { control: "date", group: "workOrders" }),
  /** Minutes, always up, per period. */
  hourRounding: z.enum(hourRoundings).default("0").register(formFields, { control: "segmented", options: hourRoundings, group: "document" }),
} as const;

export const newRelationSwitch = z.boolean().default(true).register(formFields, { control: "switch", group: "missing" });
export const newMaterialSwitch = z.boolean().default(true).register(formFields, { control: "switch", group: "missing" });

/** What the export engine reads of a vendor's settings, whatever the vendor calls it. */
export type ExportOptions = {
  isOn: boolean;
  triggerId: string | null;
  statusAfterId: string | null;
  /** YYYY-MM-DD */
  startDate: string | null;
  /** Minutes; 0: as worked. */
  roundingMinutes: 0 | 5 | 15 | 30;
  /** Material lines without a warehouse get this one. */
  defaultWarehouse: string | null;
  /** The work description stands above the lines as text. */
  hasWorkDescription: boolean;
  /** The remark of a work period is the text of its line; otherwise the name of the hour type always is. */
  hasPeriodRemark: boolean;
  /** Per cent; for lines whose rate is not known here. Null: the vendor decides. */
  defaultVatRate: string | null;
  createsRelations: boolean;
  createsMaterials: boolean;
  lineSequence: (typeof lineSequences)[number];
  referenceFormat: (typeof referenceFormats)[number];
};
