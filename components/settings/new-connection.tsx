"use client";

import { useTranslations } from "next-intl";
import { ConnectionCard } from "@/components/settings/connection-card";
import { FactsCard } from "@/components/settings/facts-card";
import { OldWorkOrders } from "@/components/settings/old-work-orders";
import { useLogin } from "@/components/settings/use-login";
import type { ConnectionView, SettingsActions, VendorView } from "@/components/settings/vendor-view";
import { WebhookRemoval } from "@/components/settings/webhook-line";
import { toastDone } from "@/components/ui/toast";
import type { ConnectionStatus } from "@/lib/connections/connection-status";

type NewConnectionProps = {
  vendor: VendorView;
  connection: ConnectionView | null;
  /** Work orders that are complete and not yet handled. */
  completed: number;
  webhook: ConnectionStatus["webhook"];
  action: SettingsActions["submitLogin"];
  onTried: () => void;
};

/** Before there is a connection, and after one was cut: the login, and what one should know. */
export function NewConnection({ vendor, connection, completed, webhook, action, onTried }: NewConnectionProps) {
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
      <WebhookRemoval vendor={vendor} webhook={webhook} />
      <ConnectionCard
        vendor={vendor}
        connection={connection}
        needsAction={false}
        login={login.form}
        register={login.register}
        refusal={login.refusal}
        error={login.error}
        isSubmitting={login.isSubmitting}
        isDisabled={false}
        onSubmit={login.submit}
      />
      {vendor.exports.length > 0 && completed > 0 ? <OldWorkOrders vendorName={vendor.name} count={completed} /> : null}
      <FactsCard vendor={vendor} />
    </>
  );
}
