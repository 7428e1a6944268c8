import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useProblemSentence } from "@/components/exports/use-problem-sentence";
import { listPage, notImportedPage } from "@/lib/catalogue/record-pages";
import type { IssueRecord } from "@/lib/issues/issue-record";
import type { IssueRow } from "@/lib/issues/stored-issue";

type IssueRecordsProps = { issue: Pick<IssueRow, "records" | "recordCount">; vendorName: string; shown: number };

/** What an issue concerns, each with a link to it here and to its document at the vendor. */
export function IssueRecords({ issue: { records, recordCount }, vendorName, shown }: IssueRecordsProps) {
  const t = useTranslations("issues");
  if (records.length === 0) return null;
  const named = records.slice(0, shown);
  // A single work order's sentence is that of the issue.
  const saysProblem = recordCount > 1;
  return (
    <ul aria-label={t("records")} className="mt-3 grid gap-1 text-sm">
      {named.map((record, index) => (
        <li key={index} className="wrap-anywhere">
          <Named record={record} vendorName={vendorName} saysProblem={saysProblem} />
        </li>
      ))}
      {recordCount > named.length ? <li className="text-fg-3">{t("more", { count: recordCount - named.length })}</li> : null}
    </ul>
  );
}

function Named({ record, vendorName, saysProblem }: { record: IssueRecord; vendorName: string; saysProblem: boolean }) {
  const t = useTranslations("issues");
  const kinds = useTranslations("sync.kind");
  const kindNames = useTranslations("sync.record");
  const { problem } = useProblemSentence();
  switch (record.type) {
    case "workOrder":
      return (
        <>
          <Link href={`/work-orders/${record.id}`} className="link">
            {record.number}
          </Link>
          {saysProblem && record.problem ? <span className="text-fg-2">: {problem(record.problem).message}</span> : null}
          {record.document?.url ? (
            <a href={record.document.url} target="_blank" rel="noreferrer" className="link ml-2 inline-flex items-center gap-1">
              {t("document", { number: record.document.number, vendor: vendorName })}
              <ExternalLink aria-hidden className="size-3.5" />
            </a>
          ) : null}
        </>
      );
    case "record":
      return (
        <>
          <Link href={notImportedPage(record.kind, record.key)} className="link">
            {kindNames(record.kind)} {record.key}
          </Link>
          {record.label ? <span className="text-fg-2">, {record.label}</span> : null}
        </>
      );
    case "import":
      return (
        <Link href={listPage(record.kind)} className="link">
          {kinds(record.kind)}
        </Link>
      );
    case "delivery":
      return <span className="text-fg-2">{t("delivery", { event: record.event })}</span>;
  }
}
