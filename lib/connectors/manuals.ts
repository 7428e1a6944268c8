import { cashManual } from "@/lib/connectors/cash/manual";
import { easybillManual } from "@/lib/connectors/easybill/manual";
import type { VendorId } from "@/lib/connectors/schemas";

/** A section of a vendor's manual: an introduction, then what is to be done in order, then single subjects. */
export type ManualSection = { readonly id: string; readonly steps: readonly string[]; readonly entries: readonly string[] };

/** The manuals by vendor; where their texts stand says each manual. */
export const vendorManuals: Readonly<Record<VendorId, readonly ManualSection[]>> = { cash: cashManual, easybill: easybillManual };
