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
      <ul className="divide-y divide-line border-y border-line sm:hidden">
        {shown.map((edit) => (
          <StackedEdit key={`${edit.localId} ${edit.field}`} edit={edit} vendorName={vendorName} />
        ))}
      </ul>
      <div className="max-sm:hidden">
        <WideEdits edits={shown} total={total} vendorName={vendorName} />
      </div>
      {shown.length < edits.length ? (
        <p className="px-(--card-x) py-2.5 sm:border-t sm:border-line">
          <button type="button" className="link cursor-pointer text-sm font-medium" onClick={() => setIsLong(true)}>
            {t("showMore", { count: edits.length - shown.length })}
          </button>
        </p>
      ) : null}
      {isLong && unnamed > 0 ? <p className="border-t border-line px-(--card-x) py-2.5 text-sm text-fg-2">{t("beyond", { count: unnamed })}</p> : null}
    </div>
  );
}

function WideEdits({ edits, total, vendorName }: { edits: readonly LocalEdit[]; total: number; vendorName: string }) {
  const t = useTranslations("settings.sync");
  return (
    <Table label={t("overwrites", { count: total })} className="table-fixed">
      <thead>
        <tr>
          <Th>{t("record")}</Th>
          <Th>{t("here")}</Th>
          <Th>{t("there", { vendor: vendorName })}</Th>
        </tr>
      </thead>
      <tbody>
        {edits.map((edit) => (
          <tr key={`${edit.localId} ${edit.field}`}>
            <Td className="wrap-anywhere">
              <EditedRecord edit={edit} />
            </Td>
            <Td className="wrap-anywhere tabular-nums">
              <Value text={edit.localValue} />
            </Td>
            <Td className="wrap-anywhere tabular-nums">
              <Value text={edit.vendorValue} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** On a phone each edit stands below the other: three columns would break its words. */
function StackedEdit({ edit, vendorName }: { edit: LocalEdit; vendorName: string }) {
  const t = useTranslations("settings.sync");
  return (
    <li className="grid gap-1.5 px-(--card-x) py-3 text-sm wrap-anywhere">
      <div>
        <EditedRecord edit={edit} />
      </div>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 tabular-nums [&_dt]:text-fg-3">
        <dt>{t("here")}</dt>
        <dd>
          <Value text={edit.localValue} />
        </dd>
        <dt>{t("there", { vendor: vendorName })}</dt>
        <dd>
          <Value text={edit.vendorValue} />
        </dd>
      </dl>
    </li>
  );
}

function EditedRecord({ edit: { recordKey, name, field } }: { edit: LocalEdit }) {
  const fieldName = useFieldName();
  return (
    <>
      {name === "" ? recordKey : name}
      <small className="block text-xs text-fg-3">
        {recordKey} · {fieldName(field)}
      </small>
    </>
  );
}

function Value({ text }: { text: string | null }) {
  const t = useTranslations("settings.value");
  return text ?? <span className="text-fg-3">{t("empty")}</span>;
}

/** The name of a field of a record; one that is known here by another name only keeps it. */
function useFieldName(): (field: string) => string {
  const t = useTranslations("sync.field");
  const { sync } = useMessages();
  const isField = (field: string): field is Parameters<typeof t>[0] => isTextAt(sync.field, field);
  return (field) => (isField(field) ? t(field) : field);
}
