import type { useTranslations } from "next-intl";
import { isExportField, isExportRecord } from "@/components/exports/export-fields";

type Words = ReturnType<typeof useTranslations<"exports">>;
type Params = Record<string, string | number>;

/** The parameters of a problem or a warning of an export; the field and the record they name are translated where they are known. */
export function problemParams(t: Words, { ...params }: Readonly<Params>): Params {
  return {
    ...params,
    ...(isExportField(params.field) ? { field: t(`field.${params.field}`) } : {}),
    ...(isExportRecord(params.record) ? { record: t(`record.${params.record}`) } : {}),
  };
}
