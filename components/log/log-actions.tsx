"use client";

import { createContext, useContext, type ReactNode } from "react";
import type { ServerAction } from "@/components/actions/use-server-action";

/** What a person may do about an entry of the log; null: nothing, by their role. */
export type LogActions = { processAgain: ServerAction<{ entryId: string }, { done: true }> | null };

const LogActionsContext = createContext<LogActions>({ processAgain: null });

/** The page hands in what its reader may do. */
export function LogActionsProvider({ processAgain, children }: LogActions & { children: ReactNode }) {
  return <LogActionsContext value={{ processAgain }}>{children}</LogActionsContext>;
}

export const useLogActions = (): LogActions => useContext(LogActionsContext);
