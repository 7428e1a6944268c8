"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { fetchJson } from "@/components/log/fetch-json";
import type { ConnectionStatus } from "@/lib/connections/connection-status";
import type { LogRow } from "@/lib/log/read-entry";

/** Milliseconds between two looks, while requests are being made and else. */
const LIVE = 2_000;
const QUIET = 15_000;

type Start = { vendor: string; status: ConnectionStatus; entries: LogRow[] };

/** What changes by itself on a vendor's page: its state, a running sync, and the log; asked for again and again. */
export function useConnectionStatus({ vendor, status: firstStatus, entries: firstEntries }: Start) {
  const queries = useQueryClient();
  const status = useQuery({
    queryKey: ["connection", vendor, "status"],
    queryFn: ({ signal }) => fetchJson<ConnectionStatus>(`/api/connections/${vendor}/status`, signal),
    initialData: firstStatus,
    refetchInterval: (query) => (query.state.data?.run || query.state.data?.budget.nextAt ? LIVE : QUIET),
  });
  const log = useQuery({
    queryKey: ["connection", vendor, "log"],
    queryFn: ({ signal }) => fetchJson<LogRow[]>(`/api/log?vendor=${vendor}`, signal),
    initialData: firstEntries,
    refetchInterval: status.data.run ? LIVE : QUIET,
  });
  const refresh = useCallback(() => queries.invalidateQueries({ queryKey: ["connection", vendor] }), [queries, vendor]);

  // The end of a sync writes its entry in the log; it is not waited for.
  const runId = status.data.run?.id ?? null;
  const before = useRef(runId);
  useEffect(() => {
    if (before.current !== runId) void refresh();
    before.current = runId;
  }, [runId, refresh]);

  return { status: status.data, entries: log.data, isLogUnavailable: log.isError, refresh };
}
