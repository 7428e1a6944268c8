import { useTranslations } from "next-intl";
import type { DashboardIntegration } from "@/lib/dashboard/read-integrations";
import type { IssueCounts } from "@/lib/issues/list-issues";

/** Whether everything is all right, in one sentence. All is well only where every integration is on time. */
export function HeadSentence({ issues, integrations }: { issues: IssueCounts; integrations: readonly DashboardIntegration[] }) {
  const t = useTranslations("dashboard");
  const connected = integrations.filter(({ freshness: { state }, connectionId }) => connectionId !== null && state !== "notConnected");
  if (integrations.every(({ connectionId }) => connectionId === null)) return t("start");
  if (issues.action > 0) return t("needPerson", { count: issues.action });
  if (issues.watch > 0) return t("watched", { count: issues.watch });
  return connected.length > 0 && connected.every(({ freshness: { state } }) => state === "onTime") ? t("well") : t("quiet");
}
