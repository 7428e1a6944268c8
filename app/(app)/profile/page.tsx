import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangePasswordForm } from "@/components/people/change-password-form";
import { ProfileForm } from "@/components/people/profile-form";
import { Appearance } from "@/components/shell/appearance";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/session";
import { requestTheme } from "@/lib/request-theme";
import { changePasswordAction, saveProfileAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("profile.title") };
}

export default async function ProfilePage() {
  const { name, email, role, locale, accountName } = await requireSession();
  const [t, theme] = await Promise.all([getTranslations("users"), requestTheme()]);
  const lead = t("profile.lead", { email, role: t(`role.${role}`), account: accountName });
  return (
    <ClientMessages namespaces={["users", "auth"]}>
      <PageHeader title={t("profile.title")} state={lead} />
      <div className="grid max-w-160 gap-6">
        <ProfileForm profile={{ name, locale }} action={saveProfileAction} />
        <Card>
          <CardHeader title={t("profile.appearance")} description={t("profile.appearanceHelp")} />
          <CardBody>
            <Appearance theme={theme} />
          </CardBody>
        </Card>
        <ChangePasswordForm email={email} action={changePasswordAction} />
      </div>
    </ClientMessages>
  );
}
