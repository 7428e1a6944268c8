import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

export default function NotFound() {
  const t = useTranslations("shell");
  return (
    <main className="mx-auto grid max-w-xl justify-items-start gap-2 px-4 py-16">
      <h1>{t("notFound.title")}</h1>
      <p className="text-fg-2">{t("notFound.body")}</p>
      <Button asChild className="mt-4">
        <Link href="/dashboard">{t("notFound.start")}</Link>
      </Button>
    </main>
  );
}
