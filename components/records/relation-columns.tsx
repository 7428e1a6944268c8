import { useTranslations } from "next-intl";
import { RecordName } from "@/components/records/record-name";
import { sortLink } from "@/components/records/sort-link";
import type { DataColumn } from "@/components/ui/data-table";
import type { RecordsView } from "@/lib/catalogue/read-list-view";
import type { RelationRow } from "@/lib/catalogue/record-lists";
import type { SearchParams } from "@/lib/paging/list-request";

type Request = RecordsView<RelationRow, "name" | "number" | "city">["request"];

/** `home`: the country that goes without saying. */
export function useRelationColumns(parameters: SearchParams, request: Request, home: string): DataColumn<RelationRow>[] {
  const t = useTranslations("sync.field");
  return [
    { name: "name", header: t("name"), phone: "title", sort: sortLink(parameters, request, "name"), cell: (row) => <RecordName kind="relations" record={row} /> },
    { name: "number", header: t("debtorNumber"), phone: "aside", className: "tabular-nums", sort: sortLink(parameters, request, "number"), cell: (row) => row.number },
    {
      name: "city",
      header: t("city"),
      sort: sortLink(parameters, request, "city"),
      cell: (row) => (
        <span>
          {row.city}
          {row.countryCode && row.countryCode !== home ? <span className="text-fg-3"> {row.countryCode}</span> : null}
          <span className="block text-xs text-fg-3">
            {[row.street, row.postalCode].filter(Boolean).join(", ")}
          </span>
        </span>
      ),
    },
    { name: "phone", header: t("phone"), cell: (row) => row.phone, className: "whitespace-nowrap tabular-nums" },
    { name: "email", header: t("email"), className: "sm:w-84 sm:max-w-84 sm:min-w-44", cell: (row) => <CutLine text={row.email} /> },
  ];
}

/** One line; what does not fit is read on hovering, and whole on the record's page. */
function CutLine({ text }: { text: string | null }) {
  return text === null ? null : (
    <span className="block truncate" title={text}>
      {text}
    </span>
  );
}
