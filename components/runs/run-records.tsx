import Link from "next/link";
import { useTranslations } from "next-intl";
import { useSkipReason } from "@/components/records/skip-reason";
import { CardFooter } from "@/components/ui/card";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { assertNever } from "@/lib/assert";
import { notImportedPage, recordPage } from "@/lib/catalogue/record-pages";
import type { RunRecord, RunRecords as Records } from "@/lib/runs/list-run-records";

/** The records behind a counter of a sync, by number, each with the way to it; of those not imported the reason too. */
export function RunRecords({ found }: { found: Records }) {
  const sync = useTranslations("sync");
  const columns = useColumns(found);
  const { kind, counter, records } = found;
  return (
    <>
      <DataTable label={`${sync(`kind.${kind}`)}, ${sync(`counter.${counter}`)}`} columns={columns} rows={records} keyOf={({ key }) => key} />
      <Missing found={found} />
    </>
  );
}

function useColumns({ kind, counter }: Records): DataColumn<RunRecord>[] {
  const t = useTranslations("runs.records");
  const reasonOf = useSkipReason();
  const isRejected = counter === "skipped" || counter === "failed";
  const number: DataColumn<RunRecord> = { name: "number", header: t("number"), phone: "aside", className: "whitespace-nowrap tabular-nums", cell: (record) => <Way kind={kind} record={record} /> };
  const name: DataColumn<RunRecord> = { name: "name", header: t("name"), phone: "title", cell: (record) => record.name ?? <span className="text-fg-3">{isRejected ? "–" : t("gone")}</span> };
  if (!isRejected) return [number, name];
  return [number, name, { name: "reason", header: t("reason"), cell: ({ rejection }) => (rejection ? <Reason {...reasonOf({ ...rejection, params: rejection.value === null ? {} : { value: rejection.value } })} /> : null) }];
}

function Reason({ sentence, detail }: { sentence: string; detail: string | null }) {
  return (
    <span>
      {sentence}
      {detail === null ? null : <span className="block text-xs text-fg-3">{detail}</span>}
    </span>
  );
}

/** A record's number: leads to where it stands now, on the list of those not imported or as a record of its own. */
function Way({ kind, record: { key, id, isListed } }: { kind: Records["kind"]; record: RunRecord }) {
  if (!isListed && id === null) return key;
  return (
    <Link href={isListed || id === null ? notImportedPage(kind, key) : recordPage(kind, id)} className="link">
      {key}
    </Link>
  );
}

/** Why there are fewer than were counted, and where what is not imported stands now. */
function Missing({ found: { kind, counter, total, missing, records } }: { found: Records }) {
  const t = useTranslations("runs.records");
  const isRejected = counter === "skipped" || counter === "failed";
  const sentence = whyMissing(missing);
  if (sentence === null && !isRejected) return null;
  return (
    <CardFooter className="text-fg-2">
      {sentence === null ? null : <p>{t(sentence, { shown: records.length, count: total })}</p>}
      {isRejected ? (
        <Link href={notImportedPage(kind)} className="link">
          {t("notImported")}
        </Link>
      ) : null}
    </CardFooter>
  );
}

function whyMissing(missing: Records["missing"]): "first" | "changed" | null {
  switch (missing) {
    case "first":
    case "changed":
      return missing;
    case "none":
    case "aged":
    case "unnamed":
      return null;
    default:
      return assertNever(missing);
  }
}
