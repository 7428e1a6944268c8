import { z } from "zod";
import { exportSettingsShape, lineSequences, newMaterialSwitch, newRelationSwitch, referenceFormats } from "@/lib/connectors/export-settings";
import { formFields } from "@/lib/forms/form-fields";

/** A draft is finished by a person in EasyBill; a final invoice has its number at once and can only be cancelled. */
const invoiceFinalities = ["draft", "final"] as const;
/** Per cent: the rates of Germany. */
const vatRates = ["19", "7", "0"] as const;
/** EasyBill's own names of the reasons why there is no VAT; `standard`: there is. */
const vatOptions = ["standard", "nStb", "nStbUstID", "nStbNoneUstID", "nStbIm", "revc", "IG", "AL", "sStfr", "smallBusiness"] as const;
/** Days. */
const paymentTerms = ["0", "7", "8", "10", "14", "15", "20", "21", "28", "30", "45", "60", "90"] as const;
/** What follows the work order number, which is always whole and first. */
const titleFormats = [...referenceFormats, "workOrderAndDescription"] as const;

const paragraph = () => z.string().trim().max(2_000).default("").register(formFields, { control: "paragraph", group: "texts" });

const { isOn, trigger, statusAfter, startDate, hourRounding } = exportSettingsShape;

/** The export options of EasyBill in the order of the page. */
export const easybillExportsSchema = z.object({
  isOn,
  trigger,
  statusAfter,
  startDate,
  finality: z.enum(invoiceFinalities).default("draft").register(formFields, { control: "segmented", options: invoiceFinalities, group: "document" }),
  titleFormat: z.enum(titleFormats).default("workOrderAndExternalProject").register(formFields, { control: "choice", options: titleFormats, group: "document" }),
  /** Null: as the customer has it in EasyBill. */
  paymentTerm: z.enum(paymentTerms).nullable().default(null).register(formFields, { control: "choice", options: paymentTerms, group: "document" }),
  defaultVatRate: z.enum(vatRates).default("19").register(formFields, { control: "segmented", options: vatRates, group: "document" }),
  vatOption: z.enum(vatOptions).default("standard").register(formFields, { control: "choice", options: vatOptions, group: "document" }),
  hourRounding,
  lineSequence: z.enum(lineSequences).default("materialsFirst").register(formFields, { control: "choice", options: lineSequences, group: "document" }),
  workDescription: z.boolean().default(false).register(formFields, { control: "switch", group: "texts" }),
  periodRemark: z.boolean().default(true).register(formFields, { control: "switch", group: "texts" }),
  textBefore: paragraph(),
  textAfter: paragraph(),
  /** The words before the address where the work was done; empty: it is left out. */
  workAddressLabel: z.string().trim().max(60).default("Einsatzort:").register(formFields, { control: "text", group: "texts" }),
  newRelation: newRelationSwitch,
  newMaterial: newMaterialSwitch,
  attachment: z.boolean().default(false).register(formFields, { control: "switch", group: "sending" }),
  /** Only of a final invoice. */
  email: z.boolean().default(false).register(formFields, { control: "switch", onlyWith: { option: "finality", value: "final" }, group: "sending" }),
});
export type EasybillExports = z.infer<typeof easybillExportsSchema>;
