"use client";

import { Info } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { ImportRow } from "@/components/settings/import-row";
import type { VendorView } from "@/components/settings/vendor-view";
import { Card, CardHeader } from "@/components/ui/card";
import type { ImportStanding } from "@/lib/connections/import-standing";
import type { ImportKind } from "@/lib/connectors/record-kinds";

type ImportSwitches = Partial<Record<ImportKind, boolean>>;

type ImportsCardProps = {
  vendor: VendorView;
  standings: readonly ImportStanding[];
  switches: ImportSwitches;
  stored: ImportSwitches;
  canSync: boolean;
  onChange: (switches: ImportSwitches) => void;
  onSync: (kind: ImportKind) => void;
};

/** The imports of a vendor; those that come in one retrieval stand together, with a word about it. */
export function ImportsCard({ vendor, standings, switches, stored, canSync, onChange, onSync }: ImportsCardProps) {
  const t = useTranslations("settings.imports");
  const groups = groupImports(vendor);
  return (
    <Card aria-labelledby="imports-title" className="pb-2">
      <CardHeader title={t("title")} titleId="imports-title" description={t("lead", { vendor: vendor.name, minutes: vendor.interval })} />
      <div className="divide-y divide-line pt-2">
        {groups.map((group) => (
          <div key={group.map(({ kind }) => kind).join()}>
            {group.map((entry) => (
              <ImportRow
                key={entry.kind}
                vendor={vendor}
                entry={entry}
                standing={standings.find(({ kind }) => kind === entry.kind)}
                isOn={switches[entry.kind] === true}
                wasOn={stored[entry.kind] === true}
                canSync={canSync}
                onChange={(isOn) => onChange({ ...switches, [entry.kind]: isOn })}
                onSync={() => onSync(entry.kind)}
              />
            ))}
            {group.length > 1 ? <SharedNotice vendorName={vendor.name} kinds={group.map(({ kind }) => kind)} /> : null}
          </div>
        ))}
      </div>
    </Card>
  );
}

/** Imports that share a retrieval side by side, the others alone, in the vendor's order. */
function groupImports({ imports, shared }: VendorView): VendorView["imports"][] {
  const groups: VendorView["imports"][] = [];
  for (const entry of imports) {
    const together = shared.find((kinds) => kinds.includes(entry.kind));
    const group = groups.find((one) => one.some(({ kind }) => together?.includes(kind)));
    if (group) group.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

function SharedNotice({ vendorName, kinds }: { vendorName: string; kinds: readonly ImportKind[] }) {
  const t = useTranslations("settings.imports");
  const names = useTranslations("sync.kind");
  const format = useFormatter();
  return (
    <p className="mr-(--card-x) mb-4 ml-[calc(var(--card-x)+2.125rem+1rem)] flex gap-2 rounded-md bg-sunken px-3 py-2.5 text-sm text-fg-2 max-sm:ml-(--card-x)">
      <Info aria-hidden className="mt-0.5 text-fg-3" />
      {t("shared", { vendor: vendorName, kinds: format.list(kinds.map((kind) => names(kind)), "both") })}
    </p>
  );
}
