import Link from "next/link";
import { useTranslations } from "next-intl";
import { ListHead } from "@/components/dashboard/list-head";
import { IssueSeverity } from "@/components/issues/issue-severity";
import { useIssueLines } from "@/components/issues/use-issue-lines";
import { Card, CardBody } from "@/components/ui/card";
import { Count } from "@/components/ui/count";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { Time } from "@/components/ui/time";
import type { IssueRow } from "@/lib/issues/stored-issue";

type IssuesCardProps = { issues: readonly IssueRow[]; nameOf: (vendor: string) => string };

/** The open issues and the last ones that were resolved, one line each. */
export function IssuesCard({ issues, nameOf }: IssuesCardProps) {
  const t = useTranslations("dashboard.issues");
  const columns = useColumns(issues, nameOf);
  return (
    <Card aria-labelledby="issues-title" className="overflow-hidden">
      <ListHead id="issues-title" title={t("title")} href="/issues" all={t("all")} />
      {issues.length === 0 ? (
        <CardBody className="text-fg-2">{t("none")}</CardBody>
      ) : (
        <div className="mt-2 max-sm:mt-4">
          <DataTable label={t("title")} columns={columns} rows={issues} keyOf={({ id }) => id} />
        </div>
      )}
    </Card>
  );
}

function useColumns(issues: readonly IssueRow[], nameOf: IssuesCardProps["nameOf"]): DataColumn<IssueRow>[] {
  const t = useTranslations("dashboard.issues");
  const lineOf = useIssueLines(issues, nameOf);
  return [
    {
      name: "issue",
      header: t("issue"),
      phone: "title",
      className: "max-sm:mb-1 sm:min-w-52",
      cell: (issue) => {
        const { title, broke } = lineOf(issue);
        return (
          <>
            <Link href={`/issues/${issue.id}`} className="font-medium text-fg no-underline hover:underline">
              {title}
            </Link>
            {broke === null ? null : <span className="block text-fg-2 max-sm:text-sm">{broke}</span>}
          </>
        );
      },
    },
    { name: "integration", header: t("integration"), className: "whitespace-nowrap", cell: ({ vendor }) => nameOf(vendor) },
    { name: "times", header: t("times"), numeric: true, cell: ({ times }) => <Count value={Math.max(1, times)} /> },
    { name: "since", header: t("since"), className: "whitespace-nowrap", cell: ({ firstAt }) => <Time value={firstAt} as="moment" /> },
    { name: "state", header: t("state"), cell: (issue) => <IssueSeverity issue={issue} /> },
  ];
}
