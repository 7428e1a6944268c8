import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AccountMark } from "@/components/shell/account-mark";
import { NavLinks, type ExportsInMenu } from "@/components/shell/nav-links";
import { PersonMenu, type SignOut } from "@/components/shell/person-menu";
import { SkipLink } from "@/components/shell/skip-link";
import { Topbar } from "@/components/shell/topbar";
import type { Role } from "@/lib/auth/roles";
import type { OptionalKind } from "@/lib/catalogue/optional-kinds";
import type { Theme } from "@/lib/theme";

type AppShellProps = {
  person: { accountName: string; name: string; role: Role };
  /** The records of this account that not every vendor has. */
  kinds: readonly OptionalKind[];
  /** Open issues that need a person. */
  issues: number;
  /** Exports that wait or need a person. */
  exports: ExportsInMenu;
  theme: Theme;
  signOut: SignOut;
  children: ReactNode;
};

/** The frame of every page for people who are signed in: menu at the left, on small screens above; the page beside it. */
export function AppShell({ person, kinds, issues, exports, theme, signOut, children }: AppShellProps) {
  const t = useTranslations("shell");
  return (
    <>
      <SkipLink />
      <div className="grid min-h-screen max-md:grid-cols-[minmax(0,1fr)] max-md:grid-rows-[auto_1fr] md:grid-cols-[14.25rem_minmax(0,1fr)] xl:grid-cols-[15rem_minmax(0,1fr)]">
        <Topbar accountName={person.accountName} name={person.name} role={person.role} kinds={kinds} issues={issues} exports={exports} theme={theme} signOut={signOut} />
        <nav aria-label={t("navigation")} className="sticky top-0 flex h-screen flex-col self-start overflow-y-auto px-3 py-5 max-md:hidden">
          <div className="flex items-center gap-3 px-3 pb-5">
            <AccountMark name={person.accountName} />
            <div className="min-w-0">
              <strong className="block truncate leading-5 tracking-snug">{person.accountName}</strong>
              <span className="block text-xs text-fg-3">{t(`role.${person.role}`)}</span>
            </div>
          </div>
          <NavLinks role={person.role} kinds={kinds} issues={issues} exports={exports} />
          <div className="mt-auto pt-5">
            <PersonMenu name={person.name} theme={theme} signOut={signOut} />
          </div>
        </nav>
        <main id="main" tabIndex={-1} className="w-full max-w-336 px-4 pt-6 pb-10 md:px-8 md:pt-10 md:pb-12 xl:px-12">
          {children}
        </main>
      </div>
    </>
  );
}
