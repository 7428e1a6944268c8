"use client";

import { Eye, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { useIssueLines } from "@/components/issues/use-issue-lines";
import type { IssueCause } from "@/lib/issues/causes";
import type { IssueRow } from "@/lib/issues/stored-issue";

/** Of these the settings page has a notice of its own, with the way to put them right. */
const saidThere: readonly IssueCause[] = ["credentialsExpired", "licenceLapsed", "guardTripped", "documentsUnread"];

/** The open issues of an integration in one line each, above its settings. Nothing where all is well. */
export function OpenIssues({ issues, vendorName }: { issues: readonly IssueRow[]; vendorName: string }) {
  const t = useTranslations("issues");
  const shown = issues.filter(({ cause, mute }) => mute === null && !saidThere.includes(cause));
  const lineOf = useIssueLines(shown, () => vendorName);
  if (shown.length === 0) return null;
  return (
    <ul aria-label={t("line")} className="grid gap-1.5 text-sm">
      {shown.map((issue) => {
        const isAction = issue.severity === "action";
        const { title, broke } = lineOf(issue);
        const Icon = isAction ? TriangleAlert : Eye;
        return (
          <li key={issue.id} className={classNames("flex gap-2 rounded-md px-3 py-2", isAction ? "bg-alert-soft" : "bg-sunken")}>
            <Icon aria-hidden className={classNames("mt-0.5 shrink-0", isAction ? "text-alert" : "text-fg-3")} />
            <Link href={`/issues/${issue.id}`} className={classNames("min-w-0 wrap-anywhere no-underline hover:underline", isAction ? "text-alert-text" : "text-fg-2")}>
              {broke === null ? title : `${title}: ${broke}`}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
