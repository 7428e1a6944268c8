"use client";

import { LogOut, UserRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Appearance } from "@/components/shell/appearance";
import { NavLinks, navLook } from "@/components/shell/nav-links";
import type { TopbarProps } from "@/components/shell/topbar";

/** What the bar of small screens opens: everything the side menu has. */
export function TopbarMenu({ name, role, kinds, issues, exports, theme, signOut }: Omit<TopbarProps, "accountName">) {
  const t = useTranslations("shell");
  const [isLeaving, startLeaving] = useTransition();
  return (
    <nav id="topbar-menu" aria-label={t("navigation")} className="max-h-[calc(100dvh-3.5rem)] overflow-y-auto px-2 pt-2 pb-4">
      <NavLinks role={role} kinds={kinds} issues={issues} exports={exports} />
      <div className="mt-5 border-t border-line pt-3">
        <p className="px-3 pb-2 text-xs text-fg-3">
          {name}, {t(`role.${role}`)}
        </p>
        <div className="px-3 pb-2">
          <Appearance theme={theme} />
        </div>
        <Link href="/profile" className={navLook}>
          <UserRound aria-hidden />
          {t("person.profile")}
        </Link>
        <button type="button" className={navLook} onClick={() => startLeaving(signOut)}>
          <LogOut aria-hidden />
          {isLeaving ? t("person.signingOut") : t("person.signOut")}
        </button>
      </div>
    </nav>
  );
}
