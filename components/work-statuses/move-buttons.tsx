"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import type { WorkStatusRow } from "@/lib/work-statuses/describe-work-statuses";
import { writeWorkStatus } from "@/lib/work-statuses/work-status";

export function moveButtonId(id: string, by: -1 | 1): string {
  return `${by === -1 ? "up" : "down"}-${id}`;
}

type MoveButtonsProps = { row: WorkStatusRow; isFirst: boolean; isLast: boolean; isMoving: boolean; onMove: (by: -1 | 1) => void };

/** One place up or down; the arrow keys do the same while one of them has the focus. */
export function MoveButtons({ row, isFirst, isLast, isMoving, onMove }: MoveButtonsProps) {
  const t = useTranslations("workStatuses.move");
  const status = writeWorkStatus(row);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (by === null) return;
    event.preventDefault();
    if (!isMoving && !(by === -1 ? isFirst : isLast)) onMove(by);
  };
  return (
    <>
      <Button id={moveButtonId(row.id, -1)} variant="ghost" size="icon" aria-label={t("up", { status })} disabled={isFirst} onClick={() => onMove(-1)} onKeyDown={onKeyDown} className="disabled:bg-transparent disabled:opacity-40">
        <ArrowUp aria-hidden />
      </Button>
      <Button id={moveButtonId(row.id, 1)} variant="ghost" size="icon" aria-label={t("down", { status })} disabled={isLast} onClick={() => onMove(1)} onKeyDown={onKeyDown} className="disabled:bg-transparent disabled:opacity-40">
        <ArrowDown aria-hidden />
      </Button>
    </>
  );
}
