"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState, type ReactNode } from "react";
import { fetchLateParts } from "@/components/ui/late-part";
import { Toaster } from "@/components/ui/toast";

const firstMoves = ["pointermove", "pointerdown", "keydown"] as const;

function begin(): void {
  stopWaiting();
  fetchLateParts();
}

function stopWaiting(): void {
  for (const name of firstMoves) removeEventListener(name, begin);
}

/** What all client components share: the cache of what is polled, and the place for toasts. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 1_000 } } }));
  const t = useTranslations("ui");
  useEffect(() => {
    for (const name of firstMoves) addEventListener(name, begin, { passive: true });
    return stopWaiting;
  }, []);
  return (
    <QueryClientProvider client={queryClient}>
      {children}
      <Toaster label={t("notifications")} />
    </QueryClientProvider>
  );
}
