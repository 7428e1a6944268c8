"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { fetchJson } from "@/components/log/fetch-json";
import { administrationName } from "@/components/settings/administration-field";
import type { ConnectionView, VendorView } from "@/components/settings/vendor-view";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DialogBody } from "@/components/ui/dialog";
import type { SwitchEffect } from "@/lib/sync/switch-administration";

type SwitchDialogProps = {
  vendor: VendorView;
  connection: ConnectionView;
  /** The administration to switch to; null: nothing is asked. */
  next: string | null;
  isSaving: boolean;
  onCancel: () => void;
  onConfirm: () => void;
};

/** Asks before another company of the vendor is used, and names what that does. */
export function SwitchDialog({ vendor, connection, next, isSaving, onCancel, onConfirm }: SwitchDialogProps) {
  const t = useTranslations("settings.switch");
  const { administrations, administration } = connection;
  const after = next === null ? "" : administrationName(administrations, next);
  return (
    <ConfirmDialog
      open={next !== null}
      onOpenChange={onCancel}
      title={t("title", { name: after })}
      description={t("lead", { vendor: vendor.name })}
      confirmLabel={t("confirm")}
      busy={isSaving && t("busy")}
      onConfirm={onConfirm}
    >
      <DialogBody>
        <ul className="grid list-disc gap-2 pl-5 marker:text-fg-3">
          <li>{t("reads", { after })}</li>
          {next === null || administration === null ? null : (
            <li>
              <Deactivated vendor={vendor.id} next={next} before={administrationName(administrations, administration)} />
            </li>
          )}
          <li>{t("cancels")}</li>
          {vendor.exports.length === 0 || administration === null ? null : <li>{t("exports", { before: administrationName(administrations, administration), after })}</li>}
          <li>{t("keeps")}</li>
        </ul>
      </DialogBody>
    </ConfirmDialog>
  );
}

function Deactivated({ vendor, next, before }: { vendor: string; next: string; before: string }) {
  const t = useTranslations("settings.switch");
  const kinds = useTranslations("sync.kind");
  const { data } = useQuery({
    queryKey: ["connection", vendor, "switch", next],
    queryFn: ({ signal }) => fetchJson<SwitchEffect[]>(`/api/connections/${vendor}/switch-effects?administration=${encodeURIComponent(next)}`, signal),
  });
  const counts = (data ?? []).flatMap(({ kind, active, alsoInNew }) => (active > alsoInNew ? [t("count", { count: active - alsoInNew, kind: kinds(kind) })] : []));
  return (
    <>
      {t("deactivates", { before })} {counts.length > 0 ? <span className="text-fg-2 tabular-nums">{t("atMost", { counts: counts.join(", ") })}</span> : null}
    </>
  );
}
