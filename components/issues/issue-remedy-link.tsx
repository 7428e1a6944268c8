import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { roleReaches, type Role } from "@/lib/auth/roles";
import { issueRemedy } from "@/lib/issues/issue-remedy";
import type { IssueRow } from "@/lib/issues/stored-issue";

/** Leads to the place where it is put right. Who may not do it is told who may, and led there only where they may look. */
export function IssueRemedyLink({ issue, role }: { issue: IssueRow; role: Role }) {
  const t = useTranslations("issues");
  const remedy = issueRemedy(issue);
  const mayDo = roleReaches(role, remedy.role);
  const label = mayDo ? remedy.label : remedy.look;
  return (
    <>
      {mayDo ? null : <p className="text-sm text-fg-3">{t("administrator")}</p>}
      {label === null ? null : (
        <Button asChild size="sm">
          <Link href={remedy.href}>{t(`button.${label}`)}</Link>
        </Button>
      )}
    </>
  );
}
