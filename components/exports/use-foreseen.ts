"use client";

import { useEffect, useRef, useState } from "react";
import { useServerAction } from "@/components/actions/use-server-action";
import type { ExportActions } from "@/components/exports/export-actions";
import type { ExportAct, ForeseenExport } from "@/lib/export/foretell-exports";

type Asked = { act: ExportAct; connectionId: string };

/**
 * What an act would do with each work order, asked once of the server. `concerned`: with how many something would happen; null: not known yet. Of
 * another act nothing is asked: it concerns all of them.
 */
export function useForeseen(asked: Asked | null, workOrders: readonly { id: string }[], foretell: ExportActions["foretell"]) {
  const [foreseen, setForeseen] = useState<ForeseenExport[] | null>(null);
  const { run, error } = useServerAction(foretell, setForeseen);
  const isAsked = useRef(false);
  useEffect(() => {
    if (asked === null || isAsked.current) return;
    isAsked.current = true;
    run({ connectionId: asked.connectionId, act: asked.act, ids: workOrders.map(({ id }) => id) });
  });
  const changing = foreseen?.filter(({ becomes }) => becomes !== "refused" && becomes !== "unchanged").length ?? null;
  return { foreseen, concerned: asked === null ? workOrders.length : changing, error };
}
