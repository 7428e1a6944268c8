"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { IssueActions } from "@/components/issues/issue-actions";
import { IssueFacts } from "@/components/issues/issue-facts";
import { IssueRecords } from "@/components/issues/issue-records";
import { IssueRemedyLink } from "@/components/issues/issue-remedy-link";
import { IssueSeverity } from "@/components/issues/issue-severity";
import { MuteMenu } from "@/components/issues/mute-menu";
import { useIssueWords } from "@/components/issues/use-issue-words";
import { Button } from "@/components/ui/button";
import type { Role } from "@/lib/auth/roles";
import type { IssueRow } from "@/lib/issues/stored-issue";

type IssueItemProps = {
  issue: IssueRow;
  vendorName: string;
  role: Role;
  /** Null for viewers: they read. */
  actions: IssueActions | null;
  /** On its own page everything is shown, and its title is the page's. */
  isAlone?: boolean;
};

/** An issue: what broke in plain words, since when, what it concerns, and the way to put it right. */
export function IssueItem({ issue, vendorName, role, actions, isAlone = false }: IssueItemProps) {
  const t = useTranslations("issues");
  const words = useIssueWords()(issue, vendorName);
  const isOpen = issue.state === "open";
  return (
    <article className="px-(--card-x) py-5" aria-label={words.title}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        {isAlone ? null : (
          <h2 className="min-w-0 text-md font-semibold wrap-anywhere">
            <Link href={`/issues/${issue.id}`} className="text-fg no-underline hover:underline">
              {words.title}
            </Link>
          </h2>
        )}
        <IssueSeverity issue={issue} />
      </div>
      <p lang={words.language} className="mt-2 max-w-[72ch] wrap-anywhere">
        {words.broke}
      </p>
      {isOpen ? <p className="mt-1 max-w-[72ch] text-sm text-fg-2 wrap-anywhere">{words.next}</p> : null}
      <IssueRecords issue={issue} vendorName={vendorName} shown={isAlone ? issue.records.length : 5} />
      <IssueFacts issue={issue} vendorName={vendorName} />
      <MutedBy issue={issue} />
      <div className="mt-4 flex flex-wrap items-center gap-2">
        {isOpen ? <IssueRemedyLink issue={issue} role={role} /> : null}
        {isOpen && actions ? <MuteMenu issueId={issue.id} isMuted={issue.mute !== null} actions={actions} /> : null}
        {isAlone ? null : (
          <Button asChild size="sm" variant="ghost">
            <Link href={`/issues/${issue.id}`}>{t("details")}</Link>
          </Button>
        )}
      </div>
    </article>
  );
}

function MutedBy({ issue: { mute } }: { issue: IssueRow }) {
  const t = useTranslations("issues.mute");
  const format = useFormatter();
  if (mute === null) return null;
  const moment = (value: string) => format.dateTime(new Date(value), "moment");
  return <p className="mt-1 text-xs text-fg-3">{t("by", { person: mute.by ?? "", at: moment(mute.at), until: mute.endsAt === null ? "none" : moment(mute.endsAt) })}</p>;
}
