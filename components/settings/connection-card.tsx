"use client";

import { Check, Plug, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConnectedPerson } from "@/components/settings/connected-person";
import { LoginFields } from "@/components/settings/login-fields";
import { isLoginRefused, RefusalNotice, type Refusal } from "@/components/settings/refusal-notice";
import { loginRules } from "@/components/settings/use-login-form";
import type { useLogin } from "@/components/settings/use-login";
import { useVendorTexts } from "@/components/settings/use-vendor-texts";
import type { ConnectionView, VendorView } from "@/components/settings/vendor-view";
import { ActionError } from "@/components/actions/action-error";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import type { PublicError } from "@/lib/actions/public-error";
import { route } from "@/lib/routes/route";

type ConnectionCardProps = {
  vendor: VendorView;
  connection: ConnectionView | null;
  needsAction: boolean;
  login: ReturnType<typeof useLogin>["form"];
  register: ReturnType<typeof useLogin>["register"];
  refusal: Refusal | null;
  error: PublicError | null;
  isSubmitting: boolean;
  isDisabled: boolean;
  onSubmit: () => void;
  /** What belongs to the connection, below the login: the administration, the rate budget. */
  children?: ReactNode;
};

/** The login of the API user. It stays at the top when there is a connection, for new credentials. */
export function ConnectionCard({ vendor, connection, needsAction, login, register, refusal, error, isSubmitting, isDisabled, onSubmit, children }: ConnectionCardProps) {
  const t = useTranslations("settings.connection");
  const guide = useTranslations("settings.guide");
  const text = useVendorTexts(vendor.id);
  const { errors } = login.formState;
  const isConnected = connection?.isConnected ?? false;
  const manual = route(`/settings/integrations/${vendor.id}/manual`);
  return (
    <Card id="connection" aria-labelledby="connection-title">
      <CardHeader
        title={t("title")}
        titleId="connection-title"
        description={
          <>
            {text("login.lead")}{" "}
            <Link href={manual} className="link">
              {guide("title", { vendor: vendor.name })}
            </Link>
          </>
        }
      >
        <StateBadge isConnected={isConnected} needsAction={needsAction} refusal={refusal} />
      </CardHeader>
      <CardBody>
        <form
          // Sent before the page has come to life, the password must not end up in the address.
          method="post"
          noValidate
          onInput={loginRules.fetchAhead}
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          <RefusalNotice refusal={refusal} vendorName={vendor.name} keepsWorking={isConnected} />
          <ActionError error={error} className="mb-5" />
          <LoginFields
            vendor={vendor}
            register={register}
            stored={connection?.login ?? {}}
            errors={errors}
            isRefused={isLoginRefused(refusal)}
            storedSecrets={connection?.storedSecrets ?? []}
            secretHelp={<SecretHelp connection={connection} />}
          >
            <div className="grid content-start sm:pt-6.5">
              <Button type="submit" variant={isConnected ? "default" : "primary"} disabled={isDisabled} busy={isSubmitting && t("submitting", { vendor: vendor.name })} className="sm:justify-self-start">
                {t("submit")}
              </Button>
            </div>
          </LoginFields>
        </form>
        {isConnected && connection?.person ? <ConnectedPerson vendorName={vendor.name} person={connection.person} /> : null}
      </CardBody>
      {children}
    </Card>
  );
}

function StateBadge({ isConnected, needsAction, refusal }: { isConnected: boolean; needsAction: boolean; refusal: Refusal | null }) {
  const t = useTranslations("settings.connection");
  if (refusal) {
    return (
      <Badge tone="alert" icon={TriangleAlert}>
        {t(isLoginRefused(refusal) ? "refused" : "failed")}
      </Badge>
    );
  }
  if (!isConnected) return <Badge icon={Plug}>{t("disconnected")}</Badge>;
  if (needsAction) {
    return (
      <Badge tone="alert" icon={TriangleAlert}>
        {t("actionRequired")}
      </Badge>
    );
  }
  return (
    <Badge tone="good" icon={Check}>
      {t("connected")}
    </Badge>
  );
}

function SecretHelp({ connection }: { connection: ConnectionView | null }) {
  const t = useTranslations("settings.connection");
  const { credentialsSetAt, credentialsSetBy } = connection ?? {};
  if (!credentialsSetAt || !credentialsSetBy) return null;
  return t.rich("secretSet", { person: credentialsSetBy, day: () => <Time value={credentialsSetAt} as="day" /> });
}
