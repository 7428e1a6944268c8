"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ActionError } from "@/components/actions/action-error";
import { useServerAction } from "@/components/actions/use-server-action";
import { DataTable } from "@/components/ui/data-table";
import { MoveButtons, moveButtonId } from "@/components/work-statuses/move-buttons";
import type { WorkStatusActions } from "@/components/work-statuses/work-status-actions";
import { WorkStatusMenu } from "@/components/work-statuses/work-status-menu";
import type { WorkStatusRow } from "@/lib/work-statuses/describe-work-statuses";
import { writeWorkStatus } from "@/lib/work-statuses/work-status";

/** The account's work statuses in their order, which can be changed with buttons and keys. */
export function WorkStatusTable({ rows, actions }: { rows: readonly WorkStatusRow[]; actions: WorkStatusActions }) {
  const t = useTranslations("workStatuses");
  const [announced, setAnnounced] = useState("");
  const moved = useRef<{ id: string; by: -1 | 1 } | null>(null);
  const move = useServerAction(actions.move, () => {});
  const start = (id: string, by: -1 | 1) => {
    moved.current = { id, by };
    move.run({ id, by });
  };
  // A row that changes its place in the page loses the focus; whoever moved it goes on from where it is now.
  useEffect(() => {
    const { current } = moved;
    const place = rows.findIndex(({ id }) => id === current?.id);
    const row = rows[place];
    if (!current || !row || move.isRunning) return;
    moved.current = null;
    const isAtEnd = current.by === -1 ? place === 0 : place === rows.length - 1;
    document.getElementById(moveButtonId(row.id, isAtEnd ? (current.by === -1 ? 1 : -1) : current.by))?.focus();
    setAnnounced(t("move.done", { status: writeWorkStatus(row), place: place + 1, count: rows.length }));
  }, [rows, move.isRunning, t]);
  return (
    <>
      <p role="status" className="sr-only">
        {announced}
      </p>
      <ActionError error={move.error} className="m-4" />
      <DataTable
        label={t("title")}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { name: "code", header: t("column.code"), cell: ({ code }) => <span className="tabular-nums">{code}</span>, className: "sm:w-20" },
          { name: "name", header: t("column.name"), phone: "title", cell: ({ name }) => <span className="font-medium">{name}</span> },
          { name: "use", header: t("column.use"), cell: (row) => <Uses row={row} /> },
          { name: "workOrders", header: t("column.workOrders"), numeric: true, cell: (row) => <WorkOrders row={row} /> },
          {
            name: "actions",
            header: t("column.actions"),
            numeric: true,
            phone: "aside",
            cell: (row) => (
              <div className="flex items-center justify-end gap-1 sm:-my-1.5">
                <MoveButtons row={row} isFirst={row === rows[0]} isLast={row === rows.at(-1)} isMoving={move.isRunning} onMove={(by) => start(row.id, by)} />
                <WorkStatusMenu row={row} actions={actions} />
              </div>
            ),
          },
        ]}
      />
    </>
  );
}

function Uses({ row: { points } }: { row: WorkStatusRow }) {
  const t = useTranslations("workStatuses.use");
  if (points.length === 0) return <span className="text-fg-3">{t("own")}</span>;
  return (
    <ul className="grid gap-0.5">
      {points.map(({ use, vendor }) => (
        <li key={`${use} ${vendor}`}>{t(use, { vendor })}</li>
      ))}
    </ul>
  );
}

function WorkOrders({ row }: { row: WorkStatusRow }) {
  const t = useTranslations("workStatuses");
  if (row.workOrders === 0) return <span className="text-fg-3">{t("none")}</span>;
  return (
    <Link href={{ pathname: "/work-orders", query: { workStatus: row.id } }} className="link" aria-label={t("show", { count: row.workOrders, status: writeWorkStatus(row) })}>
      {row.workOrders}
    </Link>
  );
}
