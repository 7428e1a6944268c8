import { Circle, CircleCheck, TriangleAlert, CircleAlert, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LogLevel } from "@/lib/generated/prisma/enums";

/** Orange is for what needs a person; a warning has passed and stays grey. */
const marks: Readonly<Record<LogLevel, { icon: LucideIcon; look: string }>> = {
  success: { icon: CircleCheck, look: "text-good" },
  info: { icon: Circle, look: "text-fg-3" },
  warning: { icon: CircleAlert, look: "text-fg-2" },
  error: { icon: TriangleAlert, look: "text-alert" },
};

/** How it went, by shape, and in a word for those who do not see it. */
export function LevelMark({ level }: { level: LogLevel }) {
  const t = useTranslations("log.panel.level");
  const { icon: Icon, look } = marks[level];
  return (
    <span className={look}>
      <Icon aria-hidden className="mt-0.5" />
      <span className="sr-only">{t(level)}</span>
    </span>
  );
}
