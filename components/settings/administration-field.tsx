"use client";

import { useTranslations } from "next-intl";
import type { ConnectionView, VendorView } from "@/components/settings/vendor-view";
import { FieldRow } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import type { Administration } from "@/lib/connectors/connector";

/** "01 · De Vries Installatie"; the code alone for one that is no longer offered. */
export function administrationName(administrations: readonly Administration[], code: string): string {
  const found = administrations.find((one) => one.code === code);
  return found ? `${found.code} · ${found.name}` : code;
}

type AdministrationFieldProps = { vendor: VendorView; connection: ConnectionView; value: string | null; onChange: (code: string) => void };

/** Which company of the vendor is used. */
export function AdministrationField({ vendor, connection, value, onChange }: AdministrationFieldProps) {
  const t = useTranslations("settings");
  const { administrations, administration: stored } = connection;
  const isOffered = (code: string | null) => administrations.some((one) => one.code === code);
  const hasChanged = value !== stored && stored !== null;
  return (
    <div id="administration" className="border-t border-line">
      {stored === null ? <Notice className="mx-(--card-x) mt-4">{t("administration.missing", { vendor: vendor.name })}</Notice> : null}
      {stored !== null && !isOffered(stored) ? (
        <Notice tone="alert" className="mx-(--card-x) mt-4">
          {t("administration.withdrawn", { code: stored })}
        </Notice>
      ) : null}
      <FieldRow
        label={t("administration.label")}
        help={t("administration.help", { vendor: vendor.name })}
        changed={hasChanged ? t("imports.was", { before: administrationName(administrations, stored) }) : null}
      >
        <Select
          options={administrations.map(({ code }) => ({ value: code, label: administrationName(administrations, code) }))}
          value={value !== null && isOffered(value) ? value : ""}
          onValueChange={onChange}
          placeholder={t("administration.choose")}
        />
      </FieldRow>
    </div>
  );
}
