import { useTranslations } from "next-intl";
import { splitDuration } from "@/components/runs/split-duration";

/** How long something took, or takes so far. Moments as ISO texts. */
export function Duration({ from, to }: { from: string; to: string }) {
  const t = useTranslations("runs.duration");
  const { hours, minutes, seconds } = splitDuration(new Date(to).getTime() - new Date(from).getTime());
  if (hours > 0) return t("hours", { hours, minutes });
  if (minutes > 0) return t("minutes", { minutes, seconds });
  return t("seconds", { count: seconds });
}
