import { CircleQuestionMark, KeyRound, Pause, Plug, TriangleAlert, type LucideIcon } from "lucide-react";
import type { FreshnessView } from "@/lib/connections/read-freshness";

/** Without an icon of its own it has that of its tone. */
export type FreshnessLook = { tone: "good" | "alert" | "neutral"; icon?: LucideIcon };

/** Orange is for what needs a person: late and paused are not. */
const looks: Readonly<Record<FreshnessView["state"], FreshnessLook>> = {
  onTime: { tone: "good" },
  late: { tone: "neutral" },
  error: { tone: "alert" },
  actionRequired: { tone: "alert" },
  paused: { tone: "neutral", icon: Pause },
  notConnected: { tone: "neutral", icon: Plug },
  noLicence: { tone: "neutral", icon: KeyRound },
  firstSync: { tone: "neutral" },
};

/** How the state of an integration looks. With anything known to be wrong nothing is green, and a sync that asks a person is not on time, whatever the clock says. */
export function freshnessLook(state: FreshnessView["state"], { isAsking, openIssues }: { isAsking: boolean; openIssues: number }): FreshnessLook {
  if (isAsking) return { tone: "alert", icon: CircleQuestionMark };
  const look = looks[state];
  return openIssues > 0 && look.tone === "good" ? { tone: "neutral", icon: TriangleAlert } : look;
}
