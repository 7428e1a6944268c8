"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { ExportsAhead } from "@/lib/connections/exports-ahead";
import { route } from "@/lib/routes/route";

type DueTableProps = { ahead: ExportsAhead; trigger: string; label: string };

/** The first work orders that would go out, and the way to all of them; links open beside the page, which has unsaved changes. */
export function DueTable({ ahead: { first, count }, trigger, label }: DueTableProps) {
  const t = useTranslations("settings.ahead");
  const all = { pathname: "/work-orders" as const, query: { status: "complete", workStatus: trigger } };
  return (
    <>
      <Table label={label}>
        <thead>
          <tr>
            <Th>{t("column.workOrder")}</Th>
            <Th>{t("column.customer")}</Th>
            <Th>{t("column.completed")}</Th>
          </tr>
        </thead>
        <tbody>
          {first.map(({ id, number, customerName, completedAt }) => (
            <tr key={id}>
              <Td className="whitespace-nowrap tabular-nums">
                <Link href={route(`/work-orders/${id}`)} target="_blank" className="link">
                  {number}
                </Link>
              </Td>
              <Td className="wrap-anywhere">{customerName}</Td>
              <Td className="whitespace-nowrap text-fg-2">
                <Time value={completedAt} as="day" />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {count > first.length ? (
        <p className="border-t border-line px-(--card-x) py-2.5 text-sm">
          <Link href={all} target="_blank" className="link font-medium">
            {t("rest", { count: count - first.length })}
          </Link>
        </p>
      ) : null}
    </>
  );
}
