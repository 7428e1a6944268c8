import { z } from "zod";
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

/** The settings of a Cash connection; parsing an empty object gives those of a new one. */
export const cashSettingsSchema = z.object({ imports: imports.prefault({}) });
