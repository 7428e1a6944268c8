import type { Metadata } from "next";
import { ScrollText } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { AuditTable } from "@/components/audit/audit-table";
import { PersonFilter } from "@/components/audit/person-filter";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { OlderPager } from "@/components/ui/older-pager";
import { PageHeader } from "@/components/ui/page-header";
import { listAudit } from "@/lib/audit/list-audit";
import { requireSession } from "@/lib/auth/session";
import { findConnector } from "@/lib/connectors/registry";
import { database } from "@/lib/db";
import { listUsers } from "@/lib/users/list-users";

const query = z.object({ person: z.uuid().nullable().catch(null), before: z.string().nullable().catch(null) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ searchParams }: PageProps<"/settings/audit">) {
  const { accountId } = await requireSession("administrator");
  const { person, before } = query.parse(await searchParams);
  const [people, page, t] = await Promise.all([
    listUsers(database(), accountId),
    listAudit(database(), { accountId, userId: person, cursor: before }),
    getTranslations("audit"),
  ]);
  const filter = person ? { person } : {};
  return (
    <ClientMessages namespaces={["audit"]}>
      <PageHeader title={t("title")} state={<p className="max-w-[72ch]">{t("lead")}</p>} actions={<PersonFilter people={people.map(({ id, name }) => ({ id, name }))} chosen={person} />} />
      <Card className="overflow-hidden">
        {page.rows.length > 0 ? <AuditTable rows={page.rows.map((row) => ({ ...row, subject: findConnector(row.subject)?.manifest.name ?? row.subject }))} /> : <Nothing isFiltered={person !== null} />}
        <OlderPager
          newest={before ? { pathname: "/settings/audit", query: filter } : null}
          older={page.next ? { pathname: "/settings/audit", query: { ...filter, before: page.next } } : null}
          words={{ newest: t("newest"), older: t("older") }}
        />
      </Card>
    </ClientMessages>
  );
}

async function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const t = await getTranslations("audit.empty");
  return (
    <Empty icon={ScrollText} title={isFiltered ? t("filtered") : t("title")}>
      {isFiltered ? null : t("text")}
    </Empty>
  );
}
