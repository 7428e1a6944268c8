import Link from "next/link";
import { useTranslations } from "next-intl";
import { RecordName } from "@/components/records/record-name";
import { sortLink } from "@/components/records/sort-link";
import type { DataColumn } from "@/components/ui/data-table";
import type { RecordsView } from "@/lib/catalogue/read-list-view";
import type { ContactRow } from "@/lib/catalogue/record-lists";
import type { SearchParams } from "@/lib/paging/list-request";

type Request = RecordsView<ContactRow, "name" | "relation">["request"];

export function useContactColumns(parameters: SearchParams, request: Request): DataColumn<ContactRow>[] {
  const t = useTranslations("sync.field");
  return [
    { name: "name", header: t("name"), phone: "title", sort: sortLink(parameters, request, "name"), cell: (row) => <RecordName kind="contacts" record={row} /> },
    {
      name: "relation",
      header: t("relation"),
      sort: sortLink(parameters, request, "relation"),
      cell: (row) => (
        <Link href={`/relations/${row.relationId}`} className="hover:underline">
          {row.relationName}
        </Link>
      ),
    },
    { name: "department", header: t("department"), cell: (row) => row.department },
    { name: "phone", header: t("phone"), cell: (row) => row.phone, className: "whitespace-nowrap tabular-nums" },
    { name: "email", header: t("email"), cell: (row) => row.email },
  ];
}
