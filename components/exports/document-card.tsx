import { ExternalLink } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { DocumentLookUp, type DocumentLookUpAction } from "@/components/exports/document-look-up";
import { DocumentStateBadge } from "@/components/exports/document-state-badge";
import { FollowUpList } from "@/components/exports/follow-up-list";
import { useVendorTexts } from "@/components/settings/use-vendor-texts";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Progress } from "@/components/ui/progress";
import { Time } from "@/components/ui/time";
import { useDay } from "@/components/work-orders/use-day";
import type { DocumentView, ExportStanding } from "@/lib/export/export-standing";
import { formatDecimal } from "@/lib/i18n/format-decimal";
import { ExactDecimal, writeMoney } from "@/lib/money/exact-decimal";

type DocumentCardProps = {
  workOrderId: string;
  standing: Pick<ExportStanding, "vendor" | "vendorName">;
  document: DocumentView;
  /** Null for viewers. */
  lookUp: DocumentLookUpAction | null;
};

/** The document at the vendor as it was last heard of: what became of it, what it comes to, what is paid, and what was done with it. */
export function DocumentCard({ workOrderId, standing: { vendor, vendorName }, document, lookUp }: DocumentCardProps) {
  const t = useTranslations("exports.document");
  const word = useVendorTexts(vendor)("document") ?? t("plain");
  const day = useDay();
  const { state, number, url, totalCents, dueOn, paidOn, seenAt, followUps } = document;
  const titleId = `document-${vendor}`;
  const isOpen = state === "final" || state === "partlyPaid";
  const facts = [
    number === null ? null : { name: t(state === "draft" ? "draftTitle" : "number"), value: <span className="tabular-nums">{number}</span> },
    isOpen && dueOn ? { name: t("due"), value: day(dueOn) } : null,
    state === "paid" && paidOn ? { name: t("paidOn"), value: day(paidOn) } : null,
    { name: t("seen", { vendor: vendorName }), value: <Time value={seenAt} as="moment" /> },
  ].filter((fact) => fact !== null);
  return (
    <Card aria-labelledby={titleId}>
      <CardHeader quiet title={t("title", { document: word, vendor: vendorName })} titleId={titleId}>
        {state ? <DocumentStateBadge state={state} /> : null}
      </CardHeader>
      <CardBody className="grid gap-4 pt-3">
        {totalCents === null ? null : <Amounts document={document} totalCents={totalCents} />}
        <Facts columns facts={facts} />
        {state ? <p className="text-sm text-fg-2 empty:hidden">{t(`says.${state}`, { vendor: vendorName })}</p> : null}
        {followUps.length > 0 ? <FollowUpList followUps={followUps} vendorName={vendorName} /> : null}
        {url ? (
          <a href={url} target="_blank" rel="noreferrer" className="link inline-flex items-center gap-1.5 justify-self-start text-sm">
            {t("open", { vendor: vendorName })}
            <ExternalLink aria-hidden className="size-3.5" />
          </a>
        ) : null}
        {lookUp ? <DocumentLookUp workOrderId={workOrderId} vendor={vendor} vendorName={vendorName} lookUp={lookUp} /> : null}
      </CardBody>
    </Card>
  );
}

/** The total, and how much of it is paid where some of it is. */
function Amounts({ document: { state, paidCents }, totalCents }: { document: DocumentView; totalCents: number }) {
  const t = useTranslations("exports.document");
  const locale = useLocale();
  const money = (cents: number) => formatDecimal(writeMoney(new ExactDecimal(cents).div(100)), locale, { minimumFractionDigits: 2, currency: "EUR" });
  const isGone = state === "cancelled" || state === "deleted";
  const paid = t("paidOf", { paid: money(paidCents ?? 0), open: money(totalCents - (paidCents ?? 0)) });
  return (
    <div className="grid gap-1.5">
      <p className={`text-xl font-semibold tracking-tight ${isGone ? "text-fg-3 line-through" : ""}`}>{money(totalCents)}</p>
      {state === "partlyPaid" ? (
        <>
          <Progress label={t("paid")} value={paidCents} max={totalCents} />
          <p className="text-sm text-fg-2 tabular-nums">{paid}</p>
        </>
      ) : null}
    </div>
  );
}
