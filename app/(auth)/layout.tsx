import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LanguageChoice } from "@/components/people/language-choice";
import { ClientMessages } from "@/components/shell/client-messages";
import { languageOf } from "@/lib/i18n/locales";
import { chooseLanguageAction } from "./actions";

/** The pages before signing in: one quiet column, and the language at the foot. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("auth");
  return (
    <div className="grid min-h-dvh grid-rows-[1fr_auto] px-4">
      <main className="mx-auto grid w-full max-w-100 content-center gap-8 py-12">
        <p className="flex items-center gap-3 font-semibold tracking-snug">
          <span aria-hidden className="grid size-7 flex-none place-items-center rounded-md bg-ink text-xs text-on-ink">
            OS
          </span>
          {t("brand")}
        </p>
        <ClientMessages namespaces={["auth"]}>{children}</ClientMessages>
      </main>
      <footer className="mx-auto w-full max-w-100 pb-8">
        <LanguageChoice current={languageOf(await getLocale())} label={t("language")} action={chooseLanguageAction} />
      </footer>
    </div>
  );
}
