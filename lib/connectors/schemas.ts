import { cashLoginSchema } from "@/lib/connectors/cash/login-schema";
import { cashExportsSchema, cashSettingsSchema } from "@/lib/connectors/cash/settings-schema";
import { easybillExportsSchema } from "@/lib/connectors/easybill/exports-schema";
import { easybillLoginSchema } from "@/lib/connectors/easybill/login-schema";
import { easybillSettingsSchema } from "@/lib/connectors/easybill/settings-schema";
import { describeFields, type DescribedField } from "@/lib/forms/form-fields";

/** The forms of each vendor by its id (`exports` is the part of its settings with the export options), free of everything that only a server has, so that a browser can check with them too. */
export const vendorSchemas = {
  cash: { login: cashLoginSchema, settings: cashSettingsSchema, exports: cashExportsSchema },
  easybill: { login: easybillLoginSchema, settings: easybillSettingsSchema, exports: easybillExportsSchema },
} as const;

export type VendorId = keyof typeof vendorSchemas;

export function isVendorId(text: string): text is VendorId {
  return Object.hasOwn(vendorSchemas, text);
}

/** The export options of a vendor in the order of the page; none for a vendor that only brings data in. */
export function exportFields(vendor: string): DescribedField[] {
  return isVendorId(vendor) ? describeFields(vendorSchemas[vendor].exports) : [];
}
