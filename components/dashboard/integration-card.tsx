import Link from "next/link";
import { useNow, useTranslations } from "next-intl";
import { DayStrip } from "@/components/dashboard/day-strip";
import { StateBadge } from "@/components/dashboard/state-badge";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Time } from "@/components/ui/time";
import { roleReaches, type Role } from "@/lib/auth/roles";
import type { DashboardIntegration } from "@/lib/dashboard/read-integrations";
import { route } from "@/lib/routes/route";

type IntegrationCardProps = { integration: DashboardIntegration; starts: readonly Date[]; isAsking: boolean; openIssues: number; role: Role };

/** One integration: its state in a word, when it last succeeded and goes on, and how its last 24 hours were. */
export function IntegrationCard({ integration, starts, isAsking, openIssues, role }: IntegrationCardProps) {
  const t = useTranslations("dashboard.card");
  const { vendor, name, freshness, books, connectionId, hours } = integration;
  const titleId = `integration-${vendor}`;
  const maySet = roleReaches(role, "administrator");
  const isLinked = connectionId !== null && freshness.state !== "notConnected";
  return (
    <Card aria-labelledby={titleId}>
      <CardHeader
        title={maySet ? <Link href={route(`/settings/integrations/${vendor}`)} className="text-fg no-underline hover:underline">{name}</Link> : name}
        titleId={titleId}
        description={books}
      >
        <StateBadge state={freshness.state} isAsking={isAsking} openIssues={openIssues} />
      </CardHeader>
      <CardBody>
        {isLinked ? <Standing integration={integration} /> : <NotLinked integration={integration} maySet={maySet} />}
        {isLinked || hours.some((hour) => hour !== "none") ? <DayStrip hours={hours} starts={starts} vendorName={name} /> : null}
        {openIssues > 0 ? (
          <p className="mt-3 text-sm">
            <Link href={route(`/issues?integration=${vendor}`)} className="link">
              {t("issues", { count: openIssues })}
            </Link>
          </p>
        ) : null}
      </CardBody>
    </Card>
  );
}

function Standing({ integration }: { integration: DashboardIntegration }) {
  const t = useTranslations("dashboard.card");
  const { freshness: { lastSuccessAt }, budget } = integration;
  const facts = [
    { name: t("last"), value: lastSuccessAt ? <Time value={lastSuccessAt} /> : t("never") },
    { name: t("next"), value: <Next integration={integration} /> },
    { name: t("budget"), value: budget ? <span className="tabular-nums">{t("budgetOf", budget)}</span> : null },
  ];
  return <Facts columns facts={facts} />;
}

/** When it goes on, or what it waits for. */
function Next({ integration: { freshness: { state, nextSyncAt }, lacksAdministration } }: { integration: DashboardIntegration }) {
  const t = useTranslations("dashboard.card");
  const now = useNow();
  if (lacksAdministration) return t("waits.administration");
  if (state === "actionRequired" || state === "paused" || state === "noLicence") return t(`waits.${state}`);
  if (nextSyncAt === null) return t("waits.none");
  return new Date(nextSyncAt) <= now ? t("due") : <Time value={nextSyncAt} />;
}

/** No licence, or nobody has connected: what that means, and the way there. */
function NotLinked({ integration: { vendor, name, isLicensed }, maySet }: { integration: DashboardIntegration; maySet: boolean }) {
  const t = useTranslations("dashboard.card");
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-fg-2">{isLicensed ? t("notConnected", { vendor: name }) : t("noLicence", { vendor: name })}</p>
      {maySet ? (
        <Button asChild size="sm">
          <Link href={isLicensed ? route(`/settings/integrations/${vendor}`) : "/settings/licences"}>{isLicensed ? t("connect", { vendor: name }) : t("licences", { vendor: name })}</Link>
        </Button>
      ) : (
        <p className="text-sm text-fg-3">{t("administrator")}</p>
      )}
    </div>
  );
}
