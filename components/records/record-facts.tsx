import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import { useShownValue } from "@/components/records/use-shown-value";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Time } from "@/components/ui/time";
import type { RecordDetail } from "@/lib/catalogue/read-detail";
import type { RecordField } from "@/lib/catalogue/record-fields";

export type RecordFactsProps = {
  detail: RecordDetail;
  fields: readonly RecordField[];
  /** What people read in place of a stored key: the name of a category, a link to the relation. */
  inWords?: Partial<Record<RecordField, ReactNode>>;
};

/** What is known of a record, the vendor's value beside every field that was changed here. Empty fields are left out. */
export function RecordFacts({ detail: { record, edits, origins }, fields, inWords = {} }: RecordFactsProps) {
  const t = useTranslations("records.detail");
  const names = useTranslations("sync.field");
  const shown = useShownValue();
  const vendor = origins[0]?.vendorName ?? "";
  const facts = fields.flatMap((field) => {
    const value = record.content[field] ?? null;
    const edit = edits.find((one) => one.field === field);
    if (value === null && !edit) return [];
    return {
      name: names(field),
      value: (
        <>
          {value === null ? <span className="text-fg-3">–</span> : (inWords[field] ?? shown(field, String(value)))}
          {edit ? (
            <span className="mt-0.5 block text-xs text-fg-3">
              <span className="block font-medium text-accent-text">
                {edit.vendorValue === null ? t("vendorHasNone", { vendor }) : t("vendorHas", { vendor, value: shown(field, edit.vendorValue) })}
              </span>
              {t.rich("editedBy", { person: edit.editedBy, time: () => <Time value={edit.editedAt} /> })}
            </span>
          ) : null}
        </>
      ),
    };
  });
  return (
    <Card aria-labelledby="details">
      <CardHeader title={t("title")} titleId="details" />
      <CardBody>
        <Facts facts={facts} columns />
      </CardBody>
    </Card>
  );
}
