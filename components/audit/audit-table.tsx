import { useTranslations } from "next-intl";
import { useAuditWords } from "@/components/audit/audit-words";
import { Table, Td, Th } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { AuditChange, AuditRow } from "@/lib/audit/list-audit";

/** Wide: a column each. On a phone one below the other. */
const wide = "max-sm:hidden";
const edge = "max-sm:pl-(--card-x)";

export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  const t = useTranslations("audit");
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Th className={wide}>{t("column.when")}</Th>
          <Th className={wide}>{t("column.who")}</Th>
          <Th className={edge}>{t("column.what")}</Th>
          <Th className={wide}>{t("column.change")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <AuditLine key={row.id} row={row} />
        ))}
      </tbody>
    </Table>
  );
}

function AuditLine({ row }: { row: AuditRow }) {
  const { ofAction } = useAuditWords();
  return (
    <tr>
      <Td className={`${wide} whitespace-nowrap text-fg-2`}>
        <Time value={row.at} as="moment" />
      </Td>
      <Td className={wide}>{row.userName}</Td>
      <Td className={edge}>
        <span className="font-medium">{ofAction(row.action)}</span>
        <small className="block text-xs wrap-anywhere text-fg-3">{row.subject}</small>
        <div className="mt-1.5 grid gap-1 sm:hidden">
          <Changes changes={row.changes} />
          <p className="text-xs text-fg-3">
            {row.userName} · <Time value={row.at} as="moment" />
          </p>
        </div>
      </Td>
      <Td className={wide}>
        <Changes changes={row.changes} />
      </Td>
    </tr>
  );
}

function Changes({ changes }: { changes: readonly AuditChange[] }) {
  const { ofField, ofValue } = useAuditWords();
  if (changes.length === 0) return null;
  return (
    <ul className="grid gap-0.5">
      {changes.map(({ field, before, after }) => (
        <li key={field} className="wrap-anywhere">
          <span className="text-fg-3">{ofField(field)}: </span>
          {before === null ? null : <span className="text-fg-2">{ofValue(field, before)} → </span>}
          {ofValue(field, after)}
        </li>
      ))}
    </ul>
  );
}
