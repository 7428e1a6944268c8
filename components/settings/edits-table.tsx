"use client";

import { useMessages, useTranslations } from "next-intl";
import { useState } from "react";
import { isTextAt } from "@/components/log/text-at";
import { Table, Td, Th } from "@/components/ui/table";
import type { LocalEdit } from "@/lib/sync/local-edits";

const FIRST = 5;

/** What was edited in OutSmart and would take the vendor's value again. `total` counts also those that are not named. */
export function EditsTable({ edits, total, vendorName }: { edits: readonly LocalEdit[]; total: number; vendorName: string }) {
  const t = useTranslations("settings.sync");
  const [isLong, setIsLong] = useState(false);
  const shown = isLong ? edits : edits.slice(0, FIRST);
  const unnamed = total - edits.length;
  return (
    <div className="min-h-0 overflow-y-auto pt-3 [--card-x:1.5rem] max-sm:[--card-x:1rem]">
      <Table label={t("overwrites", { count: total })}>
        <thead>
          <tr>
            <Th>{t("record")}</Th>
            <Th>{t("here")}</Th>
            <Th>{t("there", { vendor: vendorName })}</Th>
          </tr>
        </thead>
        <tbody>
          {shown.map((edit) => (
            <EditRow key={`${edit.localId} ${edit.field}`} edit={edit} />
          ))}
        </tbody>
      </Table>
      {shown.length < edits.length ? (
        <p className="border-t border-line px-(--card-x) py-2.5">
          <button type="button" className="link cursor-pointer text-sm font-medium" onClick={() => setIsLong(true)}>
            {t("showMore", { count: edits.length - shown.length })}
          </button>
        </p>
      ) : null}
      {isLong && unnamed > 0 ? <p className="border-t border-line px-(--card-x) py-2.5 text-sm text-fg-2">{t("beyond", { count: unnamed })}</p> : null}
    </div>
  );
}

function EditRow({ edit: { recordKey, name, field, localValue, vendorValue } }: { edit: LocalEdit }) {
  const t = useTranslations("settings.value");
  const fieldName = useFieldName();
  const empty = <span className="text-fg-3">{t("empty")}</span>;
  return (
    <tr>
      <Td className="wrap-anywhere">
        {name === "" ? recordKey : name}
        <small className="block text-xs text-fg-3">
          {recordKey} · {fieldName(field)}
        </small>
      </Td>
      <Td className="wrap-anywhere tabular-nums">{localValue ?? empty}</Td>
      <Td className="wrap-anywhere tabular-nums">{vendorValue ?? empty}</Td>
    </tr>
  );
}

/** The name of a field of a record; one that is known here by another name only keeps it. */
function useFieldName(): (field: string) => string {
  const t = useTranslations("sync.field");
  const { sync } = useMessages();
  const isField = (field: string): field is Parameters<typeof t>[0] => isTextAt(sync.field, field);
  return (field) => (isField(field) ? t(field) : field);
}
