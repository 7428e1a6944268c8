"use client";

import { useIssueWords } from "@/components/issues/use-issue-words";
import type { IssueRow } from "@/lib/issues/stored-issue";

/** What an issue is, in one line. */
export function IssueTitle({ issue, vendorName }: { issue: IssueRow; vendorName: string }) {
  return useIssueWords()(issue, vendorName).title;
}
