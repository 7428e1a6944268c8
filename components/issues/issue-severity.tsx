import { BellOff, CircleCheck, Eye, TriangleAlert, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { IssueRow } from "@/lib/issues/stored-issue";

type Standing = "action" | "watch" | "muted" | "resolved";

const looks: Readonly<Record<Standing, { tone: BadgeTone; icon: LucideIcon }>> = {
  action: { tone: "alert", icon: TriangleAlert },
  watch: { tone: "neutral", icon: Eye },
  muted: { tone: "line", icon: BellOff },
  resolved: { tone: "good", icon: CircleCheck },
};

/** How an issue stands, in a word and a shape. */
export function IssueSeverity({ issue }: { issue: Pick<IssueRow, "state" | "severity" | "mute"> }) {
  const t = useTranslations("issues.severity");
  const standing: Standing = issue.state === "resolved" ? "resolved" : issue.mute ? "muted" : issue.severity;
  const { tone, icon } = looks[standing];
  return (
    <Badge tone={tone} icon={icon}>
      {t(standing)}
    </Badge>
  );
}
