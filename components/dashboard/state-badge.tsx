import { CircleCheck, Clock, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { freshnessLook } from "@/components/settings/freshness-look";
import { Badge } from "@/components/ui/badge";
import type { FreshnessView } from "@/lib/connections/read-freshness";

const icons = { good: CircleCheck, alert: TriangleAlert, neutral: Clock } as const;

type StateBadgeProps = { state: FreshnessView["state"]; isAsking: boolean; openIssues: number };

/** The state of an integration in a word and a shape. */
export function StateBadge({ state, isAsking, openIssues }: StateBadgeProps) {
  const t = useTranslations("sync");
  const { tone, icon } = freshnessLook(state, { isAsking, openIssues });
  return (
    <Badge tone={tone} icon={icon ?? icons[tone]}>
      {isAsking ? t("state.stopped") : t(`freshness.${state}`)}
    </Badge>
  );
}
