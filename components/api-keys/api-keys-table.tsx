import { CircleCheck, CircleSlash, KeyRound } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { RevokeKey, type RevokeAction } from "@/components/api-keys/revoke-key";
import { Badge } from "@/components/ui/badge";
import { DataTable, type DataColumn } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Time } from "@/components/ui/time";
import type { ApiKeyRow } from "@/lib/api-keys/list-api-keys";

/** The keys there are and were: whose, last used when, and the way to revoke one. */
export function ApiKeysTable({ keys, revoke }: { keys: readonly ApiKeyRow[]; revoke: RevokeAction }) {
  const t = useTranslations("apiKeys");
  const columns = useColumns(revoke);
  if (keys.length === 0) {
    return (
      <Empty icon={KeyRound} title={t("empty.title")}>
        {t("empty.text")}
      </Empty>
    );
  }
  return <DataTable label={t("list")} columns={columns} rows={keys} keyOf={({ id }) => id} isQuiet={({ revokedAt }) => revokedAt !== null} />;
}

function useColumns(revoke: RevokeAction): DataColumn<ApiKeyRow>[] {
  const t = useTranslations("apiKeys");
  const format = useFormatter();
  return [
    { name: "name", header: t("column.name"), phone: "title", cell: ({ name }) => <span className="font-medium">{name}</span> },
    { name: "ending", header: t("column.ending"), cell: ({ ending }) => <span className="font-mono">{t("ending", { ending })}</span> },
    {
      name: "madeBy",
      header: t("column.madeBy"),
      cell: ({ createdBy, createdAt }) => (
        <span>
          {createdBy}
          <small className="block text-xs text-fg-3">{t("madeAt", { when: format.dateTime(createdAt, "day") })}</small>
        </span>
      ),
    },
    { name: "lastUsed", header: t("column.lastUsed"), cell: ({ lastUsedAt }) => (lastUsedAt ? <Time value={lastUsedAt} /> : <span className="text-fg-3">{t("never")}</span>) },
    {
      name: "state",
      header: t("column.state"),
      phone: "aside",
      cell: ({ revokedAt }) => (revokedAt ? <Badge tone="line" icon={CircleSlash}>{t("state.revoked")}</Badge> : <Badge tone="good" icon={CircleCheck}>{t("state.active")}</Badge>),
    },
    {
      name: "actions",
      header: "",
      className: "text-right max-sm:text-left",
      cell: ({ id, name, revokedAt }) => (revokedAt ? null : <RevokeKey keyId={id} name={name} action={revoke} />),
    },
  ];
}
