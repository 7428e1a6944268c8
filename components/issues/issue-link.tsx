import Link from "next/link";
import { useTranslations } from "next-intl";
import { useIssueWords } from "@/components/issues/use-issue-words";
import type { IssueRow } from "@/lib/issues/stored-issue";

/** Leads from what has gone wrong to the issue that it is part of. */
export function IssueLink({ issue, vendorName }: { issue: IssueRow; vendorName: string }) {
  const t = useTranslations("issues");
  const words = useIssueWords();
  return (
    <p className="mt-3 text-sm">
      <Link href={`/issues/${issue.id}`} className="link wrap-anywhere">
        {t("seeIssue", { title: words(issue, vendorName).title })}
      </Link>
    </p>
  );
}
