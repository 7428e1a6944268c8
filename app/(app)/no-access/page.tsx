import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("noAccess.title") };
}

/** Where somebody lands who opens a page that the role does not include. */
export default async function NoAccessPage() {
  const { name, role, accountName } = await requireSession();
  const [t, users] = await Promise.all([getTranslations("auth.noAccess"), getTranslations("users.role")]);
  return (
    <>
      <PageHeader title={t("title")} state={<p className="max-w-[60ch]">{t("text", { name, role: users(role), account: accountName })}</p>} />
      <Button asChild>
        <Link href="/relations">{t("back")}</Link>
      </Button>
    </>
  );
}
