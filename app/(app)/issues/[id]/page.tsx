import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { IssueHistoryCard } from "@/components/issues/issue-history-card";
import { IssueItem } from "@/components/issues/issue-item";
import { IssueTitle } from "@/components/issues/issue-title";
import { LiveRefresh } from "@/components/log/live-refresh";
import { ClientMessages } from "@/components/shell/client-messages";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { PageHeader, Split } from "@/components/ui/page-header";
import { roleReaches } from "@/lib/auth/roles";
import { requireSession } from "@/lib/auth/session";
import { findConnector } from "@/lib/connectors/registry";
import { database } from "@/lib/db";
import { readIssueHistory } from "@/lib/issues/issue-history";
import { findIssue } from "@/lib/issues/list-issues";
import { muteIssueAction, unmuteIssueAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("issues"))("title") };
}

export default async function IssuePage({ params }: PageProps<"/issues/[id]">) {
  const [{ accountId, role }, { id }] = await Promise.all([requireSession(), params]);
  const db = database();
  const issue = z.uuid().safeParse(id).success ? await findIssue(db, { accountId, id }) : null;
  if (!issue) notFound();
  const [history, t] = await Promise.all([readIssueHistory(db, { accountId, ...issue }), getTranslations("issues")]);
  const vendorName = findConnector(issue.vendor)?.manifest.name ?? issue.vendor;
  const actions = roleReaches(role, "planner") ? { mute: muteIssueAction, unmute: unmuteIssueAction } : null;
  return (
    <ClientMessages namespaces={["issues", "sync", "exports"]}>
      <PageHeader breadcrumbs={<Breadcrumbs crumbs={[{ label: t("title"), href: "/issues" }]} />} title={<IssueTitle issue={issue} vendorName={vendorName} />} />
      <Split aside={<IssueHistoryCard history={history} />}>
        <Card>
          <IssueItem issue={issue} vendorName={vendorName} role={role} actions={actions} isAlone />
        </Card>
      </Split>
      {issue.state === "open" ? <LiveRefresh seconds={15} /> : null}
    </ClientMessages>
  );
}
