import { Inbox, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { notImportedCount } from "@/components/records/standing-line";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { ImportStanding } from "@/lib/catalogue/import-standing";
import type { ImportKind } from "@/lib/connectors/record-kinds";

type ListEmptyProps = {
  kind: ImportKind;
  standing: ImportStanding;
  /** Somebody looks for something: the list itself may be full. */
  isSearched: boolean;
  /** Administrators are led to the settings, others to an administrator. */
  isAdministrator: boolean;
};

/** An empty list says why it is empty and what to do. */
export function ListEmpty({ kind, standing, isSearched, isAdministrator }: ListEmptyProps) {
  const t = useTranslations("records.empty");
  const kinds = useTranslations("sync.kind");
  if (isSearched) {
    return (
      <Empty icon={SearchX} title={t("found.title")} actions={<Action href="?" label={t("found.action")} />}>
        {t("found.text")}
      </Empty>
    );
  }
  const state = standing.state === "awaited" && standing.byHand ? "byHand" : standing.state;
  const vendor = standing.state === "notConnected" ? "" : standing.vendorName;
  const settings = standing.state === "notConnected" ? ("/settings/integrations" as const) : (`/settings/integrations/${standing.vendor}` as const);
  const action =
    state === "imported" ? (
      notImportedCount(standing) > 0 && <Action href="?tab=not-imported" label={t("imported.action")} />
    ) : isAdministrator ? (
      <Action href={settings} label={t(`${state}.action`, { vendor })} />
    ) : (
      <p className="text-fg-2">{t("askAdministrator")}</p>
    );
  return (
    <Empty icon={Inbox} title={t(`${state}.title`)} actions={action}>
      {t(`${state}.text`, { kind: kinds(kind), vendor })}
    </Empty>
  );
}

function Action({ href, label }: { href: `?${string}` | "/settings/integrations" | `/settings/integrations/${string}`; label: string }) {
  return (
    <Button asChild>
      <Link href={href}>{label}</Link>
    </Button>
  );
}
