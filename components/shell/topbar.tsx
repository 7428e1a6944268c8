"use client";

import { Menu as MenuIcon, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AccountMark } from "@/components/shell/account-mark";
import type { ExportsInMenu } from "@/components/shell/nav-links";
import type { SignOut } from "@/components/shell/person-menu";
import type { Role } from "@/lib/auth/roles";
import type { OptionalKind } from "@/lib/catalogue/optional-kinds";
import { latePart, useLatePart } from "@/components/ui/late-part";
import type { Theme } from "@/lib/theme";

const menuPart = latePart(() => import("@/components/shell/late/topbar-menu"));

export type TopbarProps = { accountName: string; name: string; role: Role; kinds: readonly OptionalKind[]; issues: number; exports: ExportsInMenu; theme: Theme; signOut: SignOut };

/** The menu of small screens: one bar, and below it everything the side menu has. */
export function Topbar({ accountName, ...rest }: TopbarProps) {
  const t = useTranslations("shell");
  const path = usePathname();
  // Open for the page it was opened on: following a link closes it.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const isOpen = openOn === path;
  const menu = useLatePart(menuPart, isOpen);
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
      {isOpen && menu ? <menu.TopbarMenu {...rest} /> : null}
    </div>
  );
}
