"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { fetchJson } from "@/components/log/fetch-json";
import type { PickKind, PickOf, PickPage } from "@/lib/pick/picks";

/** After the last key, in milliseconds; shorter would ask for words half typed. */
const pause = 200;

type Wanted<Kind extends PickKind> = { kind: Kind; text: string; isOpen: boolean; /** Debtor number: whose addresses. */ relation?: string };

/** The records that what was typed may mean, asked for while the list is open, page after page. */
export function usePicks<Kind extends PickKind>({ kind, text, isOpen, relation = "" }: Wanted<Kind>) {
  const search = useSettled(text.trim());
  const query = useInfiniteQuery({
    queryKey: ["pick", kind, relation, search],
    queryFn: ({ pageParam, signal }) => fetchJson<PickPage<Kind>>(`/api/pick/${kind}?${new URLSearchParams({ q: search, after: pageParam, relation }).toString()}`, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.after ?? undefined,
    enabled: isOpen,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const picks: PickOf[Kind][] = query.data?.pages.flatMap((page) => page.picks) ?? [];
  const showMore = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  return { picks, hasMore: query.hasNextPage, showMore, isLoading: query.isPending || search !== text.trim(), isFailed: query.isError };
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
