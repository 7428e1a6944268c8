import Link from "next/link";
import { useTranslations } from "next-intl";
import { IssueSeverity } from "@/components/issues/issue-severity";
import { useIssueWords } from "@/components/issues/use-issue-words";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Count } from "@/components/ui/count";
import { Table, Td, Th } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { IssueRow } from "@/lib/issues/stored-issue";

/** The open issues and the last ones that were resolved, one line each. */
export function IssuesCard({ issues, nameOf }: { issues: readonly IssueRow[]; nameOf: (vendor: string) => string }) {
  const t = useTranslations("dashboard.issues");
  const words = useIssueWords();
  return (
    <Card aria-labelledby="issues-title">
      <CardHeader title={t("title")} titleId="issues-title">
        <Link href="/issues" className="link text-sm">
          {t("all")}
        </Link>
      </CardHeader>
      {issues.length === 0 ? (
        <CardBody className="text-fg-2">{t("none")}</CardBody>
      ) : (
        <Table label={t("title")} className="mt-2">
          <thead>
            <tr>
              <Th>{t("issue")}</Th>
              <Th>{t("integration")}</Th>
              <Th numeric>{t("times")}</Th>
              <Th>{t("since")}</Th>
              <Th>{t("state")}</Th>
            </tr>
          </thead>
          <tbody>
            {issues.map((issue) => (
              <tr key={issue.id}>
                <Td className="min-w-52">
                  <Link href={`/issues/${issue.id}`} className="font-medium text-fg no-underline hover:underline">
                    {words(issue, nameOf(issue.vendor)).title}
                  </Link>
                </Td>
                <Td className="whitespace-nowrap">{nameOf(issue.vendor)}</Td>
                <Td numeric>
                  <Count value={Math.max(1, issue.times)} />
                </Td>
                <Td className="whitespace-nowrap">
                  <Time value={issue.firstAt} as="moment" />
                </Td>
                <Td>
                  <IssueSeverity issue={issue} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
