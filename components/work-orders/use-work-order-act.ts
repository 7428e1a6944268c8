"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useServerAction, type ServerAction } from "@/components/actions/use-server-action";
import type { BulkResult } from "@/lib/work-orders/bulk-result";

/**
 * Runs an action that answers for each work order, for one of them. `refused`: why nothing happened to it, null where nothing was refused;
 * otherwise `onDone` is called and the page shows what is now so.
 */
export function useWorkOrderAct<Input>(action: ServerAction<Input, BulkResult[]>, onDone: () => void) {
  const router = useRouter();
  const [refused, setRefused] = useState<BulkResult | null>(null);
  const { run, isRunning, error } = useServerAction(action, ([result]) => {
    if (result?.outcome === "refused") return setRefused(result);
    onDone();
    router.refresh();
  });
  return { run, isRunning, error, refused };
}
