"use client";

import { LogOut, Menu as MenuIcon, UserRound, X } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { AccountMark } from "@/components/shell/account-mark";
import { Appearance } from "@/components/shell/appearance";
import { NavLinks, navLook, type ExportsInMenu } from "@/components/shell/nav-links";
import type { SignOut } from "@/components/shell/person-menu";
import type { Role } from "@/lib/auth/roles";
import type { OptionalKind } from "@/lib/catalogue/optional-kinds";
import type { Theme } from "@/lib/theme";

type TopbarProps = { accountName: string; name: string; role: Role; kinds: readonly OptionalKind[]; issues: number; exports: ExportsInMenu; theme: Theme; signOut: SignOut };

/** The menu of small screens: one bar, and below it everything the side menu has. */
export function Topbar({ accountName, name, role, kinds, issues, exports, theme, signOut }: TopbarProps) {
  const t = useTranslations("shell");
  const path = usePathname();
  // Open for the page it was opened on: following a link closes it.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const [isLeaving, startLeaving] = useTransition();
  const isOpen = openOn === path;
  const Icon = isOpen ? X : MenuIcon;
  return (
    <div
      className="sticky top-0 z-10 border-b border-line bg-canvas md:hidden"
      onKeyDown={(event) => {
        if (event.key === "Escape") setOpenOn(null);
      }}
    >
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls="topbar-menu"
        data-inset-focus=""
        className="flex min-h-14 w-full items-center gap-3 px-4 py-3 text-left font-semibold"
        onClick={() => setOpenOn(isOpen ? null : path)}
      >
        <AccountMark name={accountName} />
        <span className="min-w-0 truncate">{accountName}</span>
        <Icon aria-hidden className="ml-auto size-5" />
        <span className="sr-only">{t("menu")}</span>
      </button>
      {isOpen ? (
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
      ) : null}
    </div>
  );
}
