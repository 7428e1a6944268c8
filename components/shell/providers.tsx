"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { Toaster } from "@/components/ui/toast";

/** What all client components share: the cache of what is polled, and the place for toasts. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 1_000 } } }));
  const t = useTranslations("ui");
  return (
    <QueryClientProvider client={queryClient}>
      {children}
      <Toaster label={t("notifications")} />
    </QueryClientProvider>
  );
}
