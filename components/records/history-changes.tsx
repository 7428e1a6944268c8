import { useTranslations } from "next-intl";
import { useShownValue } from "@/components/records/use-shown-value";
import { isRecordField } from "@/lib/audit/audit-actions";
import type { RecordStep } from "@/lib/changes/list-changes";

/** More changed fields than this are folded. */
const SHOWN = 5;
/** Characters of a value; the whole of it stands on hover. */
const LONGEST = 120;

/** The changed fields of one step, before and after. */
export function HistoryChanges({ changes }: Pick<RecordStep, "changes">) {
  const t = useTranslations("records.history");
  if (changes.length === 0) return null;
  const list = (
    <ul className="mt-1.5 grid gap-1 text-xs">
      {changes.map((change) => (
        <ChangedField key={change.field} change={change} />
      ))}
    </ul>
  );
  if (changes.length <= SHOWN) return list;
  return (
    <details className="mt-1 text-xs">
      <summary className="text-fg-2">{t("fields", { count: changes.length })}</summary>
      {list}
    </details>
  );
}

function ChangedField({ change: { field, before, after } }: { change: RecordStep["changes"][number] }) {
  const t = useTranslations("records.history");
  const names = useTranslations("sync.field");
  return (
    <li className="wrap-anywhere">
      <span className="text-fg-3">{isRecordField(field) ? names(field) : field}: </span>
      <Value field={field} value={before} quiet />
      <span aria-hidden className="text-fg-3">
        {" → "}
      </span>
      <span className="sr-only">{t("became")}</span>
      <Value field={field} value={after} />
    </li>
  );
}

function Value({ field, value, quiet = false }: { field: string; value: string | null; quiet?: boolean }) {
  const t = useTranslations("records.history");
  const shown = useShownValue();
  if (value === null || value === "") return <span className="text-fg-3">{t("empty")}</span>;
  const text = field === "billable" ? t(value === "true" ? "yes" : "no") : shown(field, value);
  const isLong = text.length > LONGEST;
  return (
    <span className={quiet ? "text-fg-2" : undefined} title={isLong ? text : undefined}>
      {isLong ? `${text.slice(0, LONGEST)}…` : text}
    </span>
  );
}
