import { CircleQuestionMark, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { IssueRemedyLink } from "@/components/issues/issue-remedy-link";
import { useIssueWords } from "@/components/issues/use-issue-words";
import { Card, CardHeader } from "@/components/ui/card";
import type { Role } from "@/lib/auth/roles";
import type { IssueCause } from "@/lib/issues/causes";
import type { IssueRow } from "@/lib/issues/stored-issue";

/** Questions rather than errors. */
const asking: readonly IssueCause[] = ["guardTripped", "exportNeedsReview", "exportUncertain"];

type NeedsPersonProps = { issues: readonly IssueRow[]; count: number; nameOf: (vendor: string) => string; role: Role };

/** What somebody has to do, each with the place to do it. Nothing where there is nothing to do. */
export function NeedsPerson({ issues, count, nameOf, role }: NeedsPersonProps) {
  const t = useTranslations("dashboard.needs");
  if (issues.length === 0) return null;
  return (
    <Card aria-labelledby="needs-title">
      <CardHeader title={t("title")} titleId="needs-title" />
      <ul className="mt-2 divide-y divide-line">
        {issues.map((issue) => (
          <li key={issue.id} className="flex flex-wrap items-center gap-x-4 gap-y-3 px-(--card-x) py-4">
            <Todo issue={issue} vendorName={nameOf(issue.vendor)} />
            <div className="max-sm:w-full max-sm:pl-7">
              <IssueRemedyLink issue={issue} role={role} />
            </div>
          </li>
        ))}
      </ul>
      {count > issues.length ? (
        <p className="border-t border-line px-(--card-x) py-3 text-sm">
          <Link href="/issues" className="link">
            {t("more", { count: count - issues.length })}
          </Link>
        </p>
      ) : null}
    </Card>
  );
}

function Todo({ issue, vendorName }: { issue: IssueRow; vendorName: string }) {
  const words = useIssueWords()(issue, vendorName);
  const Icon = asking.includes(issue.cause) ? CircleQuestionMark : TriangleAlert;
  return (
    <div className="flex min-w-0 flex-[1_1_20rem] gap-3">
      <Icon aria-hidden className="mt-0.75 text-alert" />
      <div className="min-w-0">
        <h3>
          <Link href={`/issues/${issue.id}`} className="text-fg no-underline wrap-anywhere hover:underline">
            {words.title}
          </Link>
        </h3>
        <p lang={words.language} className="max-w-[72ch] text-sm text-fg-2 wrap-anywhere">
          {words.broke}
        </p>
        <p className="max-w-[72ch] text-sm text-fg-2 wrap-anywhere">{words.next}</p>
      </div>
    </div>
  );
}
