import { CircleCheck, ListX } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { IssueFilters } from "@/components/issues/issue-filters";
import { IssueItem } from "@/components/issues/issue-item";
import { LiveRefresh } from "@/components/log/live-refresh";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { OlderPager } from "@/components/ui/older-pager";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { roleReaches } from "@/lib/auth/roles";
import { requireSession } from "@/lib/auth/session";
import { connectionIdOf } from "@/lib/connections/connection-id";
import { connectors } from "@/lib/connectors/registry";
import { database } from "@/lib/db";
import { issueCauses } from "@/lib/issues/causes";
import { allWellSince, countOpenIssues, listIssues } from "@/lib/issues/list-issues";
import { muteIssueAction, unmuteIssueAction } from "./actions";

const query = z.object({
  state: z.enum(["open", "resolved"]).catch("open"),
  integration: z.string().max(50).nullable().default(null).catch(null),
  cause: z.enum(issueCauses).nullable().default(null).catch(null),
  after: z.string().nullable().default(null).catch(null),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("issues"))("title") };
}

export default async function IssuesPage({ searchParams }: PageProps<"/issues">) {
  const { accountId, role } = await requireSession();
  const { state, integration, cause, after } = query.parse(await searchParams);
  const vendors = connectors.map(({ manifest: { id, name } }) => ({ id, name }));
  const vendor = vendors.find(({ id }) => id === integration)?.id ?? null;
  const db = database();
  const [{ rows, next }, counts] = await Promise.all([
    listIssues(db, { accountId, state, cause, cursor: after, connectionId: vendor && connectionIdOf(accountId, vendor) }),
    countOpenIssues(db, accountId),
  ]);
  const t = await getTranslations("issues");
  const address = { ...(state === "open" ? {} : { state }), ...(vendor ? { integration: vendor } : {}), ...(cause ? { cause } : {}) };
  const isFiltered = vendor !== null || cause !== null;
  const actions = roleReaches(role, "planner") ? { mute: muteIssueAction, unmute: unmuteIssueAction } : null;
  return (
    <ClientMessages namespaces={["issues", "sync", "exports"]}>
      <PageHeader title={t("title")} state={t("lead")} />
      <Tabs
        label={t("tabs")}
        tabs={[
          { href: "/issues", label: t("open"), count: counts.action + counts.watch + counts.muted, current: state === "open" },
          { href: "/issues?state=resolved", label: t("resolved"), current: state === "resolved" },
        ]}
      />
      <Card aria-label={t("list")}>
        {isFiltered || rows.length > 0 ? <IssueFilters vendors={vendors} vendor={vendor} cause={cause} /> : null}
        {rows.length === 0 ? (
          <NothingThere accountId={accountId} state={state} isFiltered={isFiltered} />
        ) : (
          <ul className="divide-y divide-line">
            {rows.map((issue) => (
              <li key={issue.id}>
                <IssueItem issue={issue} vendorName={vendors.find(({ id }) => id === issue.vendor)?.name ?? issue.vendor} role={role} actions={actions} />
              </li>
            ))}
          </ul>
        )}
        <OlderPager newest={after ? { pathname: "/issues", query: address } : null} older={next ? { pathname: "/issues", query: { ...address, after: next } } : null} words={{ newest: t("newest"), older: t("older") }} />
      </Card>
      {after ? null : <LiveRefresh seconds={15} />}
    </ClientMessages>
  );
}

async function NothingThere({ accountId, state, isFiltered }: { accountId: string; state: "open" | "resolved"; isFiltered: boolean }) {
  const t = await getTranslations("issues.empty");
  if (isFiltered) {
    return (
      <Empty icon={ListX} title={t("filtered")}>
        <p>{t("filteredLead")}</p>
      </Empty>
    );
  }
  if (state === "resolved") {
    return (
      <Empty icon={ListX} title={t("resolved")}>
        <p>{t("resolvedLead")}</p>
      </Empty>
    );
  }
  const [since, format] = await Promise.all([allWellSince(database(), accountId), getFormatter()]);
  return (
    <Empty icon={CircleCheck} title={since ? t("since", { at: format.dateTime(new Date(since), "moment") }) : t("open")}>
      <p>{t("openLead")}</p>
    </Empty>
  );
}
