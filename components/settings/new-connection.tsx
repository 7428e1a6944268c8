"use client";

import { useTranslations } from "next-intl";
import { ConnectionCard } from "@/components/settings/connection-card";
import { FactsCard } from "@/components/settings/facts-card";
import { useLogin } from "@/components/settings/use-login";
import type { ConnectionView, SettingsActions, VendorView } from "@/components/settings/vendor-view";
import { toastDone } from "@/components/ui/toast";

type NewConnectionProps = { vendor: VendorView; connection: ConnectionView | null; action: SettingsActions["submitLogin"]; onTried: () => void };

/** Before there is a connection, and after one was cut: the login, and what one should know. */
export function NewConnection({ vendor, connection, action, onTried }: NewConnectionProps) {
  const t = useTranslations("settings.connection");
  const login = useLogin({
    vendor,
    connection,
    action,
    onTried,
    onAccepted: ({ isNew }) => toastDone(t(isNew ? "accepted" : "renewed", { vendor: vendor.name })),
  });
  return (
    <>
      <ConnectionCard
        vendor={vendor}
        connection={connection}
        needsAction={false}
        login={login.form}
        refusal={login.refusal}
        error={login.error}
        isSubmitting={login.isSubmitting}
        isDisabled={false}
        onSubmit={login.submit}
      />
      <FactsCard vendor={vendor} />
    </>
  );
}
