"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTheme } from "@/components/shell/use-theme";
import { MenuChoice } from "@/components/ui/menu";
import { themes, type Theme } from "@/lib/theme";

const icons = { system: Monitor, light: Sun, dark: Moon } as const;

/** Light, dark or as the device, as part of a menu. */
export function AppearanceMenu({ theme }: { theme: Theme }) {
  const t = useTranslations("shell.appearance");
  const { chosen, choose } = useTheme(theme);
  return <MenuChoice label={t("label")} value={chosen} onValueChange={choose} options={themes.map((value) => ({ value, label: t(value), icon: icons[value] }))} />;
}
