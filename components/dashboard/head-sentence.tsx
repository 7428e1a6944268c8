import { useTranslations } from "next-intl";
import type { DashboardIntegration } from "@/lib/dashboard/read-integrations";
import type { IssueCounts } from "@/lib/issues/list-issues";

type HeadSentenceProps = {
  issues: IssueCounts;
  /** Exports that failed or ask something: they may be told of before their issue is open. */
  exportsForPerson: number;
  integrations: readonly DashboardIntegration[];
};

/** Whether everything is all right, in one sentence. All is well only where every integration is on time. */
export function HeadSentence({ issues, exportsForPerson, integrations }: HeadSentenceProps) {
  const t = useTranslations("dashboard");
  const connected = integrations.filter(({ freshness: { state }, connectionId }) => connectionId !== null && state !== "notConnected");
  if (integrations.every(({ connectionId }) => connectionId === null)) return t("start");
  const forPerson = issues.action > 0 || issues.muted > 0 ? issues.action : exportsForPerson;
  if (forPerson > 0) return t("needPerson", { count: forPerson });
  if (issues.watch > 0) return t("watched", { count: issues.watch });
  return connected.length > 0 && connected.every(({ freshness: { state } }) => state === "onTime") ? t("well") : t("quiet");
}
