"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useFormatter, useNow, useTimeZone, useTranslations } from "next-intl";
import { useState } from "react";
import { dayOf } from "@/components/log/day-groups";
import { fetchJson } from "@/components/log/fetch-json";
import { ActionError } from "@/components/actions/action-error";
import { DueTable } from "@/components/settings/due-table";
import type { ConfirmedExports } from "@/components/settings/use-save";
import type { VendorView } from "@/components/settings/vendor-view";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { PublicError } from "@/lib/actions/public-error";
import type { ExportsAhead } from "@/lib/connections/exports-ahead";
import type { ExportSettings } from "@/lib/connectors/connector";

type ExportsDialogProps = {
  vendor: VendorView;
  /** The options that are to be saved. */
  exports: ExportSettings;
  /** Meanwhile more would go out than was confirmed. */
  isAgain: boolean;
  isSaving: boolean;
  error: PublicError | null;
  onCancel: () => void;
  onConfirm: (confirmed: ConfirmedExports) => void;
};

/** Before a save that sends work orders out at once: how many and which, and from which day on. */
export function ExportsDialog({ vendor, exports, isAgain, isSaving, error, onCancel, onConfirm }: ExportsDialogProps) {
  const t = useTranslations("settings.ahead");
  const format = useFormatter();
  const today = dayOf(useNow(), useTimeZone() ?? "UTC");
  const [startDate, setStartDate] = useState(typeof exports["startDate"] === "string" ? exports["startDate"] : today);
  const trigger = typeof exports["trigger"] === "string" ? exports["trigger"] : "";
  const query = new URLSearchParams({ trigger, startDate });
  const { data, isError, isPlaceholderData } = useQuery({
    queryKey: ["connection", vendor.id, "exports-ahead", trigger, startDate, isAgain],
    queryFn: ({ signal }) => fetchJson<ExportsAhead>(`/api/connections/${vendor.id}/exports-ahead?${query.toString()}`, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  const isLooking = (!data && !isError) || isPlaceholderData;
  const count = data?.count ?? 0;
  const confirm = () => data && onConfirm({ exports: { ...exports, startDate: startDate === "" ? null : startDate }, count });
  return (
    <ConfirmDialog
      open
      onOpenChange={onCancel}
      title={t("title", { vendor: vendor.name })}
      description={t("lead", { vendor: vendor.name })}
      confirmLabel={count > 0 ? t("confirm", { count }) : t("confirmNone")}
      busy={isSaving ? t("busy") : isLooking && t("looking")}
      onConfirm={confirm}
    >
      <div className="min-h-0 overflow-y-auto [--card-x:1.5rem] max-sm:[--card-x:1rem]">
        <DialogBody>
          <div className="grid gap-5">
            <ActionError error={error} />
            {isAgain ? <Notice tone="alert">{t("again")}</Notice> : null}
            <Field label={t("startDate")} help={startDate === "" ? t("startDateEmpty") : t("startDateHelp")}>
              <Input type="date" numeric value={startDate} max={today} onChange={(event) => setStartDate(event.target.value)} className="sm:max-w-64" />
            </Field>
            <p role="status" className="tabular-nums">
              {data ? t.rich("ofAll", { count, completed: data.completed, strong: (words) => <strong>{words}</strong> }) : isError ? t("unknown") : <Skeleton className="w-3/5" />}
            </p>
          </div>
        </DialogBody>
        {data && count > 0 ? <DueTable ahead={data} trigger={trigger} label={t("table", { vendor: vendor.name, count: format.number(count, "count") })} /> : null}
      </div>
    </ConfirmDialog>
  );
}
