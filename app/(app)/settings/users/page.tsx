import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InviteUser } from "@/components/people/invite-user";
import { UsersTable } from "@/components/people/users-table";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/session";
import { database } from "@/lib/db";
import { listUsers } from "@/lib/users/list-users";
import { changeRoleAction, deactivateUserAction, inviteUserAction, reactivateUserAction, renewLinkAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("title") };
}

export default async function UsersPage() {
  const session = await requireSession("administrator");
  const users = await listUsers(database(), session.accountId);
  const t = await getTranslations("users");
  const actions = { changeRole: changeRoleAction, deactivate: deactivateUserAction, reactivate: reactivateUserAction, renewLink: renewLinkAction };
  return (
    <ClientMessages namespaces={["users"]}>
      <PageHeader title={t("title")} state={t("lead", { account: session.accountName })} actions={<InviteUser action={inviteUserAction} />} />
      <Card className="overflow-hidden">
        <UsersTable users={users} ownId={session.userId} actions={actions} />
      </Card>
    </ClientMessages>
  );
}
