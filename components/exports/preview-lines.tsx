"use client";

import { TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useProblemSentence } from "@/components/exports/use-problem-sentence";
import { Table, Td, Th } from "@/components/ui/table";
import type { ExportProblem } from "@/lib/connectors/export-problems";
import type { PricedLine, SalesDocument } from "@/lib/connectors/sales-document";
import { formatDecimal, formatMoney } from "@/lib/i18n/format-decimal";

type PreviewLinesProps = { document: SalesDocument; problems: readonly ExportProblem[] };

/** The lines as they would stand there, each problem at its line; then what stays here, and the sum. */
export function PreviewLines({ document: { lines, leftOut, totals }, problems }: PreviewLinesProps) {
  const t = useTranslations("workOrders.preview");
  const locale = useLocale();
  return (
    <Table label={t("lines")} className="min-w-140">
      <thead>
        <tr>
          <Th numeric>{t("line")}</Th>
          <Th>{t("article")}</Th>
          <Th>{t("text")}</Th>
          <Th numeric>{t("quantity")}</Th>
          <Th numeric>{t("price")}</Th>
          <Th numeric>{t("discount")}</Th>
          <Th numeric>{t("net")}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={index}>
            <Td numeric>{index + 1}</Td>
            {line.type === "text" ? (
              <>
                <Td />
                <Td colSpan={5} className="whitespace-pre-line wrap-anywhere">
                  {line.text}
                </Td>
              </>
            ) : (
              <PricedCells line={line} problem={problems.find(({ position }) => position === line.position)} />
            )}
          </tr>
        ))}
        {leftOut.map(({ position, code, text }) => (
          <tr key={`left-${position}`} className="text-fg-3">
            <Td numeric>–</Td>
            <Td>{code}</Td>
            <Td colSpan={5}>{t("staysHere", { text: text || code })}</Td>
          </tr>
        ))}
        <tr className="font-semibold">
          <Td />
          <Td />
          <Td colSpan={4}>{t("netTotal")}</Td>
          <Td numeric>{formatMoney(totals.net, locale)}</Td>
        </tr>
      </tbody>
    </Table>
  );
}

function PricedCells({ line, problem }: { line: PricedLine; problem: ExportProblem | undefined }) {
  const t = useTranslations("workOrders.preview");
  const sentences = useProblemSentence();
  const locale = useLocale();
  const unit = line.type === "hours" ? t("hourUnit") : line.unit;
  return (
    <>
      <Td className="min-w-28">
        <span className={problem ? "inline-flex items-center gap-1 text-alert-text" : undefined}>
          {problem ? <TriangleAlert aria-hidden className="text-alert" /> : null}
          {line.code}
        </span>
      </Td>
      <Td className="min-w-48 wrap-anywhere">
        {line.text}
        {problem ? <span className="block text-xs text-alert-text">{sentences.problem(problem).message}</span> : null}
      </Td>
      <Td numeric>{[formatMoney(line.quantity, locale), unit].filter(Boolean).join(" ")}</Td>
      <Td numeric>{line.unitPrice === null ? t("vendorPrice") : formatMoney(line.unitPrice, locale)}</Td>
      <Td numeric>{Number(line.discount) === 0 ? "–" : `${formatDecimal(line.discount, locale)}%`}</Td>
      <Td numeric>{line.net === null ? "–" : formatMoney(line.net, locale)}</Td>
    </>
  );
}
