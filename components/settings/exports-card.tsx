"use client";

import { Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction } from "@/components/actions/use-server-action";
import { ExportCountsLine } from "@/components/settings/export-counts-line";
import { OptionGroup } from "@/components/settings/option-group";
import { OptionField } from "@/components/settings/option-field";
import { useOptionWords } from "@/components/settings/use-option-words";
import { useVendorTexts } from "@/components/settings/use-vendor-texts";
import type { ConnectionView, SettingsActions, VendorView } from "@/components/settings/vendor-view";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { toastDone } from "@/components/ui/toast";
import type { SettingChange } from "@/lib/connections/compare-settings";
import type { ExportCounts } from "@/lib/connections/export-counts";
import type { ExportSettings } from "@/lib/connectors/connector";
import { groupFields } from "@/lib/forms/group-fields";

type ExportsCardProps = {
  vendor: VendorView;
  connection: ConnectionView;
  counts: ExportCounts;
  values: ExportSettings;
  /** With names where an option is chosen from a list. */
  changes: readonly SettingChange[];
  canExport: boolean;
  action: SettingsActions["exportAll"];
  onChange: (values: ExportSettings) => void;
  onRequested: () => void;
};

/** What goes out to the vendor, and how: drawn from the vendor's form. */
export function ExportsCard({ vendor, connection, counts, values, changes, canExport, action, onChange, onRequested }: ExportsCardProps) {
  const t = useTranslations("settings.exports");
  const text = useVendorTexts(vendor.id);
  const words = useOptionWords(vendor.id);
  const was = (option: string) => {
    const change = changes.find((one) => one.field === "export" && one.option === option);
    return change?.field === "export" ? words.value(option, change.before) : null;
  };
  const { run, isRunning, error } = useServerAction(action, ({ requested }) => {
    toastDone(t("requested", { count: requested }));
    onRequested();
  });
  return (
    <Card id="exports" aria-labelledby="exports-title" className="pb-2">
      <CardHeader title={t("title")} titleId="exports-title" description={text("exports.description")}>
        <Button disabled={!canExport} busy={isRunning && t("exporting")} onClick={() => run({ vendor: vendor.id })}>
          <Upload aria-hidden />
          {t("exportAll")}
        </Button>
      </CardHeader>
      {error ? (
        <CardBody className="pb-0">
          <ActionError error={error} />
        </CardBody>
      ) : null}
      <div className="divide-y divide-line pt-2">
        {groupFields(vendor.exports).map(({ group, fields }) => (
          <OptionGroup key={group} title={group === null ? null : words.group(group)}>
            {fields.map((field) => (
              <OptionField
                key={field.name}
                vendor={vendor.id}
                field={field}
                lists={connection.lists}
                value={values[field.name] ?? null}
                was={was(field.name)}
                help={field.name === "isOn" ? <ExportCountsLine counts={counts} vendorName={vendor.name} /> : undefined}
                isDisabled={field.onlyWith !== undefined && values[field.onlyWith.option] !== field.onlyWith.value}
                onChange={(value) => onChange({ ...values, [field.name]: value })}
              />
            ))}
          </OptionGroup>
        ))}
      </div>
    </Card>
  );
}
