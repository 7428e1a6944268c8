import Link from "next/link";
import { useTranslations } from "next-intl";
import { LookUpButton, type LookUpAction } from "@/components/records/look-up-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Facts, type FactEntry } from "@/components/ui/facts";
import { Time } from "@/components/ui/time";
import type { RecordOrigin } from "@/lib/catalogue/read-origin";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import { route } from "@/lib/routes/route";

type OriginCardProps = { kind: ImportKind; id: string; origins: readonly RecordOrigin[]; updatedAt: Date; lookUp: LookUpAction | null };

/** Evidence: which integration brought the record, and when; and asking it again. */
export function OriginCard({ kind, id, origins, updatedAt, lookUp }: OriginCardProps) {
  const t = useTranslations("records.origin");
  const updated: FactEntry = { name: t("updated"), value: <Time value={updatedAt} as="moment" /> };
  return (
    <Card aria-labelledby="origin">
      <CardHeader quiet title={t("title")} titleId="origin" />
      <CardBody className="grid gap-6">
        {origins.length === 0 ? <p className="text-sm text-fg-2">{t("none")}</p> : null}
        {origins.map((origin, index) => (
          <div key={`${origin.vendor}/${origin.administration?.code ?? ""}/${origin.externalId}`} className="grid gap-4">
            <OriginFacts origin={origin} more={index === 0 ? [updated] : []} />
            {lookUp && origin.canBeLookedUp ? <LookUpButton kind={kind} id={id} vendor={origin.vendor} vendorName={origin.vendorName} lookUp={lookUp} /> : null}
          </div>
        ))}
        {origins.length === 0 ? <Facts facts={[updated]} /> : null}
      </CardBody>
    </Card>
  );
}

function OriginFacts({ origin, more }: { origin: RecordOrigin; more: readonly FactEntry[] }) {
  const t = useTranslations("records.origin");
  const { vendorName: vendor, administration, externalId, isAdopted, firstImportedAt, changedAt, lastSeenAt, lastRunId } = origin;
  const facts: FactEntry[] = [
    { name: t("integration"), value: vendor },
    ...(administration ? [{ name: t("administration"), value: administration.name ? `${administration.code} · ${administration.name}` : administration.code }] : []),
    { name: t("externalId", { vendor }), value: <span className="tabular-nums">{externalId}</span> },
    { name: isAdopted ? t("linked") : t("first"), value: <Time value={firstImportedAt} as="moment" /> },
    { name: t("changed", { vendor }), value: <Time value={changedAt} as="moment" /> },
    ...(lastSeenAt ? [{ name: t("seen", { vendor }), value: <Seen at={lastSeenAt} runId={lastRunId} /> }] : []),
    ...more,
  ];
  return <Facts facts={facts} />;
}

function Seen({ at, runId }: { at: Date; runId: string | null }) {
  const t = useTranslations("records.origin");
  if (runId === null) return <Time value={at} />;
  return (
    <>
      <Time value={at} />
      {" · "}
      <Link href={route(`/runs/${runId}`)} className="link">
        {t("run")}
      </Link>
    </>
  );
}
