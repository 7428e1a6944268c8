import { classNames } from "@/components/ui/class-names";
import { localeNames, locales, type Locale } from "@/lib/i18n/locales";

type LanguageChoiceProps = { current: Locale; label: string; action: (form: FormData) => Promise<void> };

/** The four languages, each in its own words. Works without scripts. */
export function LanguageChoice({ current, label, action }: LanguageChoiceProps) {
  return (
    <form action={action} aria-label={label} className="-mx-2 flex flex-wrap gap-1 text-sm">
      {locales.map((locale) => (
        <button
          key={locale}
          name="locale"
          value={locale}
          lang={locale}
          aria-pressed={locale === current}
          className={classNames("rounded-md px-2 py-1 max-sm:min-h-11", locale === current ? "font-medium text-fg" : "text-fg-3 hover:text-fg")}
        >
          {localeNames[locale]}
        </button>
      ))}
    </form>
  );
}
