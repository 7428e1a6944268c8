import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { roleReaches, type Role } from "@/lib/auth/roles";
import { issueRemedy } from "@/lib/issues/issue-remedy";
import type { IssueRow } from "@/lib/issues/stored-issue";

/** Leads to the place where it is put right; who may not go there is told who may. */
export function IssueRemedyLink({ issue, role }: { issue: IssueRow; role: Role }) {
  const t = useTranslations("issues");
  const remedy = issueRemedy(issue);
  if (!roleReaches(role, remedy.role)) return <p className="text-sm text-fg-3">{t("administrator")}</p>;
  return (
    <Button asChild size="sm">
      <Link href={remedy.href}>{t(`button.${remedy.label}`)}</Link>
    </Button>
  );
}
