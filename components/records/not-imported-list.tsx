import { CircleCheckBig, Download, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { sortLink } from "@/components/records/sort-link";
import { useSkipReason } from "@/components/records/skip-reason";
import { Button } from "@/components/ui/button";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { KeysetPager } from "@/components/ui/keyset-pager";
import { ListSearch } from "@/components/ui/list-search";
import { ListToolbar } from "@/components/ui/list-toolbar";
import { Time } from "@/components/ui/time";
import type { NotImportedView } from "@/lib/catalogue/read-list-view";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import type { NotImportedRecord } from "@/lib/not-imported/list-not-imported";
import type { SearchParams } from "@/lib/paging/list-request";

type NotImportedListProps = { kind: ImportKind; view: NotImportedView; parameters: SearchParams };

/** What the vendor has and OutSmart has not, each with the reason. */
export function NotImportedList({ kind, view: { request, list }, parameters }: NotImportedListProps) {
  const t = useTranslations("records");
  const columns = useColumns(kind, parameters, request);
  const isSearched = request.search !== "" || request.position.at !== "start";
  if (list.rows.length === 0 && !isSearched) {
    return (
      <Empty icon={CircleCheckBig} title={t("empty.allImported.title")}>
        {t("empty.allImported.text")}
      </Empty>
    );
  }
  const download = `/api/not-imported/${kind}${request.search === "" ? "" : `?search=${encodeURIComponent(request.search)}`}`;
  return (
    <>
      <p className="max-w-[80ch] px-(--card-x) pt-5 text-sm text-fg-2">{t("notImported.explanation")}</p>
      <ListToolbar count={t("count.notImported", { count: list.total })}>
        <ListSearch label={t("search.notImported")} />
        <Button asChild className="max-sm:w-full">
          <a href={download} download>
            <Download aria-hidden />
            {t("notImported.download")}
          </a>
        </Button>
      </ListToolbar>
      {list.rows.length === 0 ? (
        <Empty
          icon={SearchX}
          title={t("empty.found.title")}
          actions={
            <Button asChild>
              <Link href="?tab=not-imported">{t("empty.found.action")}</Link>
            </Button>
          }
        >
          {t("empty.found.text")}
        </Empty>
      ) : (
        <DataTable label={t("notImported.title")} columns={columns} rows={list.rows} keyOf={(row) => row.id} />
      )}
      <KeysetPager parameters={parameters} page={list} />
    </>
  );
}

function useColumns(kind: ImportKind, parameters: SearchParams, request: NotImportedView["request"]): DataColumn<NotImportedRecord>[] {
  const t = useTranslations("records.notImported");
  const records = useTranslations("sync.record");
  const reasonOf = useSkipReason();
  return [
    {
      name: "number",
      header: t("number"),
      phone: "aside",
      className: "whitespace-nowrap tabular-nums",
      sort: sortLink(parameters, request, "number"),
      cell: (row) => row.externalId,
    },
    {
      name: "name",
      header: t("name"),
      phone: "title",
      cell: (row) => (
        <span>
          {row.label === "" ? <span className="text-fg-3">–</span> : <span className="font-medium">{row.label}</span>}
          {row.kind === kind ? null : <span className="block text-xs text-fg-3">{records(row.kind)}</span>}
        </span>
      ),
    },
    {
      name: "reason",
      header: t("reason"),
      cell: (row) => {
        const { sentence, detail } = reasonOf(row);
        return (
          <span>
            {sentence}
            {detail ? <span className="block text-xs text-fg-3">{detail}</span> : null}
          </span>
        );
      },
    },
    { name: "since", header: t("since"), className: "whitespace-nowrap", sort: sortLink(parameters, request, "since"), cell: (row) => <Time value={row.firstSeenAt} as="moment" /> },
    {
      name: "log",
      header: "",
      phone: "hidden",
      className: "text-right whitespace-nowrap",
      cell: (row) => (
        <Link href={`/log?kind=${row.kind}&search=${encodeURIComponent(row.externalId)}`} className="text-fg-3 hover:text-fg hover:underline">
          {t("log")}
        </Link>
      ),
    },
  ];
}
