"use client";

import { Search, X } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { listAddress } from "@/lib/paging/list-address";

/** After the last key; shorter would ask for words half typed. In milliseconds. */
const pause = 250;

/** Searches while one types. What is searched stands in the address, so that Back and a shared link work. */
export function ListSearch({ label }: { label: string }) {
  const t = useTranslations("ui.list");
  const router = useRouter();
  const path = usePathname();
  const parameters = useSearchParams();
  const searched = parameters.get("search") ?? "";
  const [typed, setTyped] = useState(searched);
  const [lastSearched, setLastSearched] = useState(searched);
  const [isSearching, startSearching] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // The address has changed by another way (Back, "Clear filters"): what it says is shown.
  if (searched !== lastSearched) {
    setLastSearched(searched);
    if (searched !== typed.trim()) setTyped(searched);
  }
  useEffect(() => () => clearTimeout(timer.current), [path]);

  const search = (text: string, after: number) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const address = listAddress(Object.fromEntries(parameters), { search: text.trim() });
      startSearching(() => router.replace(address, { scroll: false }));
    }, after);
  };

  return (
    <form
      role="search"
      className="relative max-w-72 flex-[1_1_12rem] max-sm:max-w-none max-sm:basis-full"
      onSubmit={(event) => {
        event.preventDefault();
        search(typed, 0);
      }}
    >
      <Search aria-hidden className="pointer-events-none absolute inset-y-0 left-3 my-auto text-fg-3" />
      <Input type="search" name="search" aria-label={label} placeholder={label} value={typed} className={`${typed === "" ? "pr-3" : "pr-9"} pl-9 [&::-webkit-search-cancel-button]:hidden`} onChange={(event) => search(event.target.value, pause)} />
      {typed === "" ? null : (
        <Button variant="ghost" size="icon" className="absolute inset-y-0 right-1 my-auto" aria-label={t("clearSearch")} onClick={() => search("", 0)}>
          <X aria-hidden />
        </Button>
      )}
      <span role="status" className="sr-only">
        {isSearching ? t("searching") : null}
      </span>
    </form>
  );
}
