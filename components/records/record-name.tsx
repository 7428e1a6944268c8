import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { recordPage } from "@/lib/catalogue/record-pages";
import type { ImportKind } from "@/lib/connectors/record-kinds";

type NamedRecord = { id: string; name: string; active: boolean; isEdited: boolean };

/** The name in a list, leading to the record, with what is to be known about it at first sight. */
export function RecordName({ kind, record }: { kind: ImportKind; record: NamedRecord }) {
  const t = useTranslations("records.row");
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <Link href={recordPage(kind, record.id)} className="font-medium hover:underline">
        {record.name}
      </Link>
      {record.active ? null : <Badge>{t("inactive")}</Badge>}
      {record.isEdited ? <Badge tone="accent">{t("edited")}</Badge> : null}
    </span>
  );
}
