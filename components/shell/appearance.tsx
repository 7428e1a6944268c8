"use client";

import { useTranslations } from "next-intl";
import { useTheme } from "@/components/shell/use-theme";
import { Segmented } from "@/components/ui/segmented";
import { themes, type Theme } from "@/lib/theme";

/** Light, dark or as the device. */
export function Appearance({ theme }: { theme: Theme }) {
  const t = useTranslations("shell.appearance");
  const { chosen, choose } = useTheme(theme);
  return <Segmented aria-label={t("label")} value={chosen} onValueChange={choose} options={themes.map((value) => ({ value, label: t(value) }))} />;
}
