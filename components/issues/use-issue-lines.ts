import { useIssueWords } from "@/components/issues/use-issue-words";
import type { IssueRow } from "@/lib/issues/stored-issue";

/** The line of each issue of a list: its title, and where others beside it have the same title, what broke. */
export function useIssueLines(issues: readonly IssueRow[], nameOf: (vendor: string) => string): (issue: IssueRow) => { title: string; broke: string | null } {
  const wordsOf = useIssueWords();
  const titles = issues.map((issue) => wordsOf(issue, nameOf(issue.vendor)).title);
  return (issue) => {
    const { title, broke } = wordsOf(issue, nameOf(issue.vendor));
    return { title, broke: titles.filter((one) => one === title).length > 1 ? broke : null };
  };
}
