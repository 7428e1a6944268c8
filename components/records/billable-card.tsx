"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction, type ServerAction } from "@/components/actions/use-server-action";
import { Card } from "@/components/ui/card";
import { FieldRow } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";
import { toastDone } from "@/components/ui/toast";

type BillableCardProps = {
  id: string;
  isBillable: boolean;
  /** Viewers read it, and are offered no switch. */
  canEdit: boolean;
  setBillable: ServerAction<{ id: string; billable: boolean }, { billable: boolean }>;
};

/** Whether hours of a type are billed: stored as soon as it is switched. */
export function BillableCard({ id, isBillable, canEdit, setBillable }: BillableCardProps) {
  const t = useTranslations("records.billable");
  const words = useTranslations("records.row");
  const router = useRouter();
  const [shown, setShown] = useState(isBillable);
  const { run, isRunning, error } = useServerAction(setBillable, ({ billable }) => {
    toastDone(t(billable ? "on" : "off"));
    router.refresh();
  });
  const change = (billable: boolean) => {
    setShown(billable);
    run({ id, billable });
  };
  return (
    <Card>
      <FieldRow narrow label={t("label")} help={t("help")}>
        {canEdit ? <Switch checked={error ? isBillable : shown} disabled={isRunning} onCheckedChange={change} /> : <span className="text-sm">{words(isBillable ? "billable" : "notBillable")}</span>}
      </FieldRow>
      <ActionError error={error} className="mx-(--card-x) mb-4" />
    </Card>
  );
}
