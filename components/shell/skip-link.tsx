import { useTranslations } from "next-intl";

/** The first stop of the Tab key: past the menu, to the page. */
export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a href="#main" className="absolute -top-16 left-4 z-60 rounded-md bg-ink px-3 py-2 text-on-ink focus:top-4">
      {t("skip")}
    </a>
  );
}
