"use client";

import { Hand } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { ImportResult } from "@/components/settings/import-result";
import { useVendorTexts } from "@/components/settings/use-vendor-texts";
import type { VendorView } from "@/components/settings/vendor-view";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Changed } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";
import type { ImportStanding } from "@/lib/connections/import-standing";

type ImportRowProps = {
  vendor: VendorView;
  entry: VendorView["imports"][number];
  standing: ImportStanding | undefined;
  /** As it stands in the form, and as it is stored: a sync uses what is stored. */
  isOn: boolean;
  wasOn: boolean;
  canSync: boolean;
  onChange: (isOn: boolean) => void;
  onSync: () => void;
};

/** One import: switch, what it brings, what it has brought, and its own Sync. */
export function ImportRow({ vendor, entry: { kind, isManualOnly }, standing, isOn, wasOn, canSync, onChange, onSync }: ImportRowProps) {
  const t = useTranslations("settings");
  const kinds = useTranslations("sync.kind");
  const text = useVendorTexts(vendor.id);
  const id = useId();
  const description = text(`imports.${kind}`);
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-4 px-(--card-x) py-(--row-y) max-sm:gap-x-3">
      <Switch id={id} checked={isOn} onCheckedChange={onChange} aria-describedby={`${id}-about`} className="mt-0.5 max-sm:mt-2" />
      <h3 className="flex min-w-0 flex-wrap items-center gap-x-2 max-sm:min-h-(--control-h-sm)">
        <label htmlFor={id}>{kinds(kind)}</label>
        {isManualOnly ? <Badge icon={Hand}>{t("imports.manualOnly")}</Badge> : null}
        {isOn === wasOn ? null : <Changed>{t("imports.was", { before: t(wasOn ? "value.on" : "value.off") })}</Changed>}
      </h3>
      {/* On a phone below the name and the button, whose word is long in some languages. */}
      <div id={`${id}-about`} className="col-start-2 row-start-2 min-w-0 max-sm:col-span-2">
        {description ? <p className="max-w-[62ch] text-sm text-fg-2">{description}</p> : null}
        <ImportResult standing={standing} isOn={wasOn} isManualOnly={isManualOnly} />
      </div>
      <Button size="sm" className="col-start-3 row-start-1 self-start sm:row-span-2" disabled={!canSync || !wasOn} onClick={onSync} aria-label={t("imports.syncOf", { kind: kinds(kind) })}>
        {t("imports.sync")}
      </Button>
    </div>
  );
}
