"use client";

import { Ellipsis, PenLine, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { RemoveWorkStatus } from "@/components/work-statuses/remove-work-status";
import { RenameWorkStatus } from "@/components/work-statuses/rename-work-status";
import type { WorkStatusActions } from "@/components/work-statuses/work-status-actions";
import type { WorkStatusRow } from "@/lib/work-statuses/describe-work-statuses";
import { writeWorkStatus } from "@/lib/work-statuses/work-status";

/** What can be done with one work status; only an own one that nothing refers to can go. */
export function WorkStatusMenu({ row, actions }: { row: WorkStatusRow; actions: WorkStatusActions }) {
  const t = useTranslations("workStatuses.menu");
  const [question, setQuestion] = useState<"rename" | "remove" | null>(null);
  const close = () => setQuestion(null);
  const trigger = (
    <Button variant="ghost" size="icon" aria-label={t("label", { status: writeWorkStatus(row) })}>
      <Ellipsis aria-hidden />
    </Button>
  );
  return (
    <>
      <Menu trigger={trigger} align="end">
        <MenuItem onSelect={() => setQuestion("rename")}>
          <PenLine aria-hidden />
          {t("rename")}
        </MenuItem>
        {row.isRemovable ? (
          <MenuItem onSelect={() => setQuestion("remove")}>
            <Trash2 aria-hidden />
            {t("remove")}
          </MenuItem>
        ) : null}
      </Menu>
      {question === "rename" ? <RenameWorkStatus row={row} action={actions.rename} onClose={close} /> : null}
      {question === "remove" ? <RemoveWorkStatus row={row} action={actions.remove} onClose={close} /> : null}
    </>
  );
}
