import { CircleCheck, CircleSlash, Clock, KeyRound, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { LicenceCard } from "@/lib/licences/licence-card";
import type { LicenceStanding } from "@/lib/licences/licence-standing";

const looks = {
  none: { tone: "neutral", icon: KeyRound },
  trial: { tone: "accent", icon: Clock },
  active: { tone: "good", icon: CircleCheck },
  cancelled: { tone: "line", icon: CircleSlash },
  lapsed: { tone: "alert", icon: TriangleAlert },
} as const satisfies Record<LicenceStanding["state"], object>;

export function LicenceBadge({ state }: { state: LicenceStanding["state"] }) {
  const t = useTranslations("licences.state");
  return <Badge {...looks[state]}>{t(state)}</Badge>;
}

/** What the state means, in one sentence with its date. */
export function LicenceSentence({ licence }: { licence: LicenceCard }) {
  const t = useTranslations("licences.sentence");
  const format = useFormatter();
  const { standing, name, trialDays, startedAt } = licence;
  const day = (date: Date | null) => (date ? format.dateTime(date, "day") : "");
  switch (standing.state) {
    case "none":
      return t("none", { days: trialDays, vendor: name });
    case "trial":
      return t("trial", { count: licence.daysLeft, date: day(standing.endsAt) });
    case "active":
      return t("active", { date: day(startedAt) });
    case "cancelled":
      return t("cancelled", { date: day(standing.endsAt) });
    case "lapsed":
      return t("lapsed", { date: day(standing.endsAt) });
  }
}
