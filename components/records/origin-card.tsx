import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Facts, type FactEntry } from "@/components/ui/facts";
import { Time } from "@/components/ui/time";
import type { RecordOrigin } from "@/lib/catalogue/read-origin";

/** Evidence: which integration brought the record, and when. */
export function OriginCard({ origins, updatedAt }: { origins: readonly RecordOrigin[]; updatedAt: Date }) {
  const t = useTranslations("records.origin");
  const updated: FactEntry = { name: t("updated"), value: <Time value={updatedAt} as="moment" /> };
  return (
    <Card aria-labelledby="origin">
      <CardHeader quiet title={t("title")} titleId="origin" />
      <CardBody className="grid gap-6">
        {origins.length === 0 ? <p className="text-sm text-fg-2">{t("none")}</p> : null}
        {origins.map((origin, index) => (
          <OriginFacts key={`${origin.vendor}/${origin.administration?.code ?? ""}/${origin.externalId}`} origin={origin} more={index === 0 ? [updated] : []} />
        ))}
        {origins.length === 0 ? <Facts facts={[updated]} /> : null}
      </CardBody>
    </Card>
  );
}

function OriginFacts({ origin, more }: { origin: RecordOrigin; more: readonly FactEntry[] }) {
  const t = useTranslations("records.origin");
  const { vendorName: vendor, administration, externalId, isAdopted, firstImportedAt, changedAt, lastSeenAt } = origin;
  const facts: FactEntry[] = [
    { name: t("integration"), value: vendor },
    ...(administration ? [{ name: t("administration"), value: administration.name ? `${administration.code} · ${administration.name}` : administration.code }] : []),
    { name: t("externalId", { vendor }), value: <span className="tabular-nums">{externalId}</span> },
    { name: isAdopted ? t("linked") : t("first"), value: <Time value={firstImportedAt} as="moment" /> },
    { name: t("changed", { vendor }), value: <Time value={changedAt} as="moment" /> },
    ...(lastSeenAt ? [{ name: t("seen", { vendor }), value: <Time value={lastSeenAt} /> }] : []),
    ...more,
  ];
  return <Facts facts={facts} />;
}
