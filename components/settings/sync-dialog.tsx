"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { fetchJson } from "@/components/log/fetch-json";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction, type ServerAction } from "@/components/actions/use-server-action";
import { EditsTable } from "@/components/settings/edits-table";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DialogBody } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import type { LocalEdit } from "@/lib/sync/local-edits";

type EditsAhead = { total: number; edits: LocalEdit[] };

/** What is asked for: these imports, or with null every one that is switched on. */
export type SyncWish = { kinds: ImportKind[] | null };

type SyncDialogProps = {
  vendor: { id: string; name: string };
  /** Null: nothing is asked. */
  wish: SyncWish | null;
  action: ServerAction<SyncWish, { runId: string }>;
  onClose: () => void;
  onRequested: (runId: string) => void;
};

/** Before a manual sync: names the edits it will overwrite, or says that there are none and that it reads everything. */
export function SyncDialog({ wish, ...rest }: SyncDialogProps) {
  return wish === null ? null : <OpenSyncDialog wish={wish} {...rest} />;
}

function OpenSyncDialog({ vendor, wish, action, onClose, onRequested }: SyncDialogProps & { wish: SyncWish }) {
  const t = useTranslations("settings.sync");
  const kinds = useTranslations("sync.kind");
  const format = useFormatter();
  const { data, isError } = useQuery({
    queryKey: ["connection", vendor.id, "edits", wish.kinds],
    queryFn: ({ signal }) => fetchJson<EditsAhead>(`/api/connections/${vendor.id}/local-edits?${kindsQuery(wish)}`, signal),
    staleTime: 0,
    gcTime: 0,
  });
  const { run, isRunning, error } = useServerAction(action, ({ runId }) => {
    onRequested(runId);
    onClose();
  });
  const total = data?.total ?? 0;
  const plainTitle = wish.kinds === null ? t("titleAll") : t("title", { kinds: format.list(wish.kinds.map((kind) => kinds(kind)), "both") });
  const isLooking = !data && !isError;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={total > 0 ? t("overwrites", { count: total }) : plainTitle}
      description={isLooking ? t("looking") : total > 0 ? t("leading", { vendor: vendor.name }) : t(isError ? "unknown" : "plain", { vendor: vendor.name })}
      confirmLabel={total > 0 ? t("confirmOverwrite", { count: format.number(total, "count") }) : t("confirm")}
      busy={isRunning ? t("busy") : isLooking && t("lookingShort")}
      onConfirm={() => run(wish)}
    >
      {isLooking ? (
        <DialogBody>
          <div className="grid gap-3">
            <Skeleton className="w-4/5" />
            <Skeleton className="w-3/5" />
          </div>
        </DialogBody>
      ) : null}
      {total > 0 && data ? <EditsTable edits={data.edits} total={total} vendorName={vendor.name} /> : null}
      {error ? (
        <DialogBody>
          <ActionError error={error} />
        </DialogBody>
      ) : null}
    </ConfirmDialog>
  );
}

function kindsQuery({ kinds }: SyncWish): string {
  return new URLSearchParams((kinds ?? []).map((kind) => ["kind", kind])).toString();
}
