"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import { listAddress } from "@/lib/paging/list-address";

/** Changes the address that says what the list is narrowed to; null takes a parameter away. */
export function useListParameters() {
  const router = useRouter();
  const parameters = useSearchParams();
  const [, start] = useTransition();
  const set = (changes: Record<string, string | null>) => start(() => router.replace(listAddress(Object.fromEntries(parameters), changes), { scroll: false }));
  return { set };
}
