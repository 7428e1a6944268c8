"use client";

import { ChevronsUpDown, CircleUserRound, LogOut, UserRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { AppearanceMenu } from "@/components/shell/appearance-menu";
import { navLook } from "@/components/shell/nav-links";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { Theme } from "@/lib/theme";

export type SignOut = () => Promise<void>;

type PersonMenuProps = { name: string; theme: Theme; signOut: SignOut };

/** Who is signed in, and what is theirs: profile, appearance, signing out. */
export function PersonMenu({ name, theme, signOut }: PersonMenuProps) {
  const t = useTranslations("shell");
  const [isLeaving, startLeaving] = useTransition();
  const trigger = (
    <button type="button" className={navLook} aria-label={t("person.menu", { name })}>
      <CircleUserRound aria-hidden />
      <span className="truncate">{isLeaving ? t("person.signingOut") : name}</span>
      <ChevronsUpDown aria-hidden className="ml-auto size-3.5" />
    </button>
  );
  return (
    <Menu trigger={trigger}>
      <AppearanceMenu theme={theme} />
      <MenuSeparator />
      <MenuItem asChild>
        <Link href="/profile">
          <UserRound aria-hidden />
          {t("person.profile")}
        </Link>
      </MenuItem>
      <MenuItem onSelect={() => startLeaving(signOut)}>
        <LogOut aria-hidden />
        {t("person.signOut")}
      </MenuItem>
    </Menu>
  );
}
