import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import type { SalesDocument } from "@/lib/connectors/sales-document";
import { formatDecimal, formatMoney } from "@/lib/i18n/format-decimal";

export type TotalsProps = {
  totals: SalesDocument["totals"];
  /** Minutes that periods are rounded up to; 0: as worked. */
  roundingMinutes: number;
  /** Who decides VAT, so that it is only expected; null: nobody else. */
  vatDecidedBy: string | null;
  /** Lines that go out without a price of ours, and are not in the totals. */
  unpriced: number;
};

/** What the work order comes to. */
export function WorkOrderTotals({ totals, roundingMinutes, vatDecidedBy, unpriced }: TotalsProps) {
  const t = useTranslations("workOrders.totals");
  const locale = useLocale();
  const isVatKnown = totals.vat.every(({ rate }) => rate !== null);
  const notes = [roundingMinutes > 0 ? t("rounded", { minutes: roundingMinutes }) : null, !isVatKnown ? t("vatUnknownNote") : vatDecidedBy === null ? null : t("vatExpectedNote", { vendor: vatDecidedBy }), unpriced > 0 ? t("unpricedNote", { count: unpriced }) : null];
  const rows = [
    { name: t("materials"), value: totals.materials },
    { name: t("hours", { hours: formatDecimal(totals.billedHours, locale, { minimumFractionDigits: 2 }) }), value: totals.hours },
    // A part of it would stand there like a summand of a total that it is not in.
    ...(isVatKnown ? totals.vat : []).map(({ rate, amount }) => ({ name: t(vatDecidedBy === null ? "vat" : "vatExpected", { rate: formatDecimal(rate ?? "", locale) }), value: amount })),
  ];
  return (
    <>
      <p className="max-w-[22rem] flex-[1_1_14rem] text-fg-3">{notes.filter(Boolean).join(" ")}</p>
      <dl className="ml-auto grid min-w-56 grid-cols-[1fr_auto] gap-x-6 gap-y-1 tabular-nums max-sm:ml-0 max-sm:w-full">
        {rows.map(({ name, value }) => (
          <Fragment key={name}>
            <dt className="text-fg-2">{name}</dt>
            <dd className="text-right">{formatMoney(value, locale)}</dd>
          </Fragment>
        ))}
        <dt className="pt-2 text-md font-semibold">{isVatKnown ? t("total") : t("totalNet")}</dt>
        <dd className="pt-2 text-right text-xl font-semibold tracking-tight">
          {formatDecimal(isVatKnown ? totals.gross : totals.net, locale, { minimumFractionDigits: 2, currency: "EUR" })}
        </dd>
      </dl>
    </>
  );
}
