"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { navigationFor } from "@/components/shell/navigation";
import type { Role } from "@/lib/auth/roles";
import type { OptionalKind } from "@/lib/catalogue/optional-kinds";

export const navLook =
  "flex w-full cursor-pointer items-center gap-3 rounded-md px-3 py-1.25 text-left text-fg-2 no-underline transition-colors hover:bg-hover hover:text-fg max-md:py-2.75 [&>svg]:opacity-80";

/** `forPerson`: so many of them do not pass by themselves. */
export type ExportsInMenu = { count: number; forPerson: number };

type NavLinksProps = {
  role: Role;
  /** The records of this account that not every vendor has. */
  kinds: readonly OptionalKind[];
  /** Open issues that need a person. */
  issues?: number;
  /** Exports that wait or need a person. */
  exports?: ExportsInMenu;
  className?: string;
};

/** The pages by group; the one you are on, and those below it, is marked. */
export function NavLinks({ role, kinds, issues = 0, exports = { count: 0, forPerson: 0 }, className }: NavLinksProps) {
  const path = usePathname();
  const t = useTranslations("shell");
  return (
    <div className={classNames("grid gap-5", className)}>
      {navigationFor(role, kinds).map((group) => (
        <div key={group.name} role="group" aria-label={t(`group.${group.name}`)}>
          {group.name === "work" ? null : (
            <p aria-hidden className="px-3 pb-1 text-xs text-fg-3">
              {t(`group.${group.name}`)}
            </p>
          )}
          <ul className="grid gap-px">
            {group.pages.map(({ name, href, icon: Icon }) => {
              const isCurrent = path === href || path.startsWith(`${href}/`);
              return (
                <li key={name}>
                  <Link href={href} aria-current={isCurrent ? "page" : undefined} className={classNames(navLook, isCurrent && "bg-chosen font-medium text-fg")}>
                    <Icon aria-hidden />
                    {t(`page.${name}`)}
                    {name === "issues" && issues > 0 ? <CountBadge isAlert count={issues} sentence={t("needPerson", { count: issues })} /> : null}
                    {name === "exports" && exports.count > 0 ? <CountBadge isAlert={exports.forPerson > 0} count={exports.count} sentence={t("exportsWait", { count: exports.count })} /> : null}
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** A number to see, a sentence to hear. Orange only where somebody is needed. */
function CountBadge({ count, sentence, isAlert }: { count: number; sentence: string; isAlert: boolean }) {
  return (
    <span className={classNames("ml-auto rounded-full px-2 text-xs leading-5 font-medium tabular-nums", isAlert ? "bg-alert-soft text-alert-text" : "bg-sunken text-fg-2")}>
      <span aria-hidden>{count}</span>
      <span className="sr-only">{sentence}</span>
    </span>
  );
}
