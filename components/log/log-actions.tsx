"use client";

import { createContext, useContext, useMemo, type ReactNode } from "react";
import type { ServerAction } from "@/components/actions/use-server-action";

/** What a person may do about an entry of the log. `processAgain` null: not by their role. `isAdministrator`: settings open to them. */
export type LogActions = { processAgain: ServerAction<{ entryId: string }, { done: true }> | null; isAdministrator: boolean };

const LogActionsContext = createContext<LogActions>({ processAgain: null, isAdministrator: false });

/** The page hands in what its reader may do. */
export function LogActionsProvider({ processAgain, isAdministrator, children }: LogActions & { children: ReactNode }) {
  const actions = useMemo(() => ({ processAgain, isAdministrator }), [processAgain, isAdministrator]);
  return <LogActionsContext value={actions}>{children}</LogActionsContext>;
}

export const useLogActions = (): LogActions => useContext(LogActionsContext);
