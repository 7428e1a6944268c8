import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApiHowTo } from "@/components/api-keys/api-how-to";
import { ApiKeysTable } from "@/components/api-keys/api-keys-table";
import { MakeApiKey } from "@/components/api-keys/make-api-key";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listApiKeys } from "@/lib/api-keys/list-api-keys";
import { requireSession } from "@/lib/auth/session";
import { database } from "@/lib/db";
import { env } from "@/lib/env";
import { makeApiKeyAction, revokeApiKeyAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("apiKeys"))("title") };
}

export default async function ApiKeysPage() {
  const session = await requireSession("administrator");
  const keys = await listApiKeys(database(), session.accountId);
  const t = await getTranslations("apiKeys");
  return (
    <ClientMessages namespaces={["apiKeys"]}>
      <PageHeader title={t("title")} state={t("lead", { account: session.accountName })} actions={<MakeApiKey action={makeApiKeyAction} />} />
      <div className="grid gap-6">
        <Card className="overflow-hidden">
          <ApiKeysTable keys={keys} revoke={revokeApiKeyAction} />
        </Card>
        <ApiHowTo appUrl={env().APP_URL} />
      </div>
    </ClientMessages>
  );
}
