import { Check, Minus, TriangleAlert, UserPlus, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { CardBody } from "@/components/ui/card";
import { Facts, type FactEntry } from "@/components/ui/facts";
import { useDay } from "@/components/work-orders/use-day";
import type { ExportPreview } from "@/lib/export/export-preview";

const marks: Record<ExportPreview["customer"]["state"], { icon: LucideIcon; look: string }> = {
  known: { icon: Check, look: "text-good-text" },
  new: { icon: UserPlus, look: "text-fg-2" },
  missing: { icon: TriangleAlert, look: "text-alert-text" },
  unchecked: { icon: Minus, look: "text-fg-3" },
};

/** Head of the document: whom it is for and how the vendor knows them, date and reference, what would be created. */
export function PreviewFacts({ preview: { document, customer, toCreate, vendorName: vendor } }: { preview: ExportPreview }) {
  const t = useTranslations("workOrders.preview");
  const day = useDay();
  const { icon: Icon, look } = marks[customer.state];
  const facts: FactEntry[] = [
    {
      name: t("customer"),
      value: (
        <>
          {document.customer.name}
          <span className={classNames("flex items-center gap-1 text-sm", look)}>
            <Icon aria-hidden />
            {t(`match.${customer.state}`, { vendor, number: customer.state === "known" ? (document.customer.debtorNumber ?? customer.externalId) : "" })}
          </span>
        </>
      ),
    },
    ...(document.invoiceCustomer
      ? [{ name: t("invoiceCustomer"), value: <Two first={document.invoiceCustomer.name} second={document.invoiceCustomer.debtorNumber ?? ""} /> }]
      : []),
    { name: t("dateAndReference"), value: <Two first={day(document.date)} second={document.reference} /> },
    { name: t("toCreate"), value: toCreate.length === 0 ? t("nothing") : <Created records={toCreate} /> },
  ];
  return (
    <CardBody>
      <Facts columns facts={facts} />
    </CardBody>
  );
}

function Two({ first, second }: { first: string; second: string }) {
  return (
    <span className="tabular-nums">
      {first}
      <span className="block text-fg-2">{second}</span>
    </span>
  );
}

function Created({ records }: { records: ExportPreview["toCreate"] }) {
  const t = useTranslations("workOrders.preview");
  return (
    <ul>
      {records.map(({ kind, key, name }) => (
        <li key={`${kind}/${key}`}>
          {name}
          <span className="block text-sm text-fg-3">{t(`record.${kind}`)}</span>
        </li>
      ))}
    </ul>
  );
}
