import { z } from "zod";
import { formFields } from "@/lib/forms/form-fields";
import { easybillExportsSchema } from "./exports-schema";

const importSwitch = () => z.boolean().default(true).register(formFields, { control: "switch" });

const imports = z.object({
  relations: importSwitch(),
  contacts: importSwitch(),
  categories: importSwitch(),
  materials: importSwitch(),
  hourTypes: importSwitch(),
  employees: importSwitch(),
});

/** The settings of an EasyBill connection; parsing an empty object gives those of a new one. */
export const easybillSettingsSchema = z.object({ imports: imports.prefault({}), exports: easybillExportsSchema.prefault({}) });
